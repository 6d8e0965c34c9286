import { filterKeys, type FilterKey, type FindingsView } from './findings-view.ts';

/** A part of the filter as people see it. Without a property it is text that is looked for. */
export interface FilterToken {
  readonly propertyKey?: string;
  readonly operator: string;
  readonly value?: unknown;
}

export function tokensOf({ filters, text }: Pick<FindingsView, 'filters' | 'text'>): readonly FilterToken[] {
  const tokens = filterKeys.flatMap((propertyKey): FilterToken[] => (filters[propertyKey].length === 0 ? [] : [{ propertyKey, operator: '=', value: [...filters[propertyKey]] }]));
  return text === '' ? tokens : [...tokens, { operator: ':', value: text }];
}

/** The reverse: tokens of one property are joined, and of several texts the last one holds. */
export function filtersOf(tokens: readonly FilterToken[]): Pick<FindingsView, 'filters' | 'text'> {
  const valuesOf = ({ value }: FilterToken): readonly string[] => (Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : []);
  const of = (key: FilterKey): readonly string[] => [...new Set(tokens.filter(({ propertyKey }) => propertyKey === key).flatMap(valuesOf))];
  const text = tokens.filter(({ propertyKey }) => propertyKey === undefined).flatMap(valuesOf).at(-1) ?? '';
  return { filters: Object.fromEntries(filterKeys.map((key) => [key, of(key)])) as Record<FilterKey, readonly string[]>, text };
}
