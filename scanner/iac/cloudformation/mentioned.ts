import type { Reference, ResourceFact } from '../../../model/fact.ts';
import { compareText } from '../../../model/json.ts';
import type { PropertyMap, PropertyValue } from '../../../model/properties.ts';
import { hasSymbol } from '../../../model/symbol.ts';
import { isReference, isUnknown, mentionsOf } from './value.ts';

/** The fact's references without markers, and with what unknown values mention: both branches of an undecided If, names of secrets. */
export function withMentions(references: ResourceFact['references'], ...values: readonly PropertyMap[]): Reference[] {
  const own = references.filter(({ to }) => isReference(to));
  const declared = new Set(own.map(({ to }) => to));
  const found = values.flatMap((value) => mentions(value, '')).filter(({ to, edge }) => edge !== undefined || !declared.has(to));
  const unique = new Map([...own, ...found].map((reference) => [keyOf(reference), reference]));
  return [...unique].sort(([a], [b]) => compareText(a, b)).map(([, reference]) => reference);
}

const keyOf = ({ to, from = '', edge, path }: Reference): string => `${to} ${edge ?? ''} ${path} ${from}`;

function mentions(value: PropertyValue, path: string): Reference[] {
  if (isUnknown(value) || (typeof value === 'string' && hasSymbol(value))) {
    return mentionsOf(value).filter(({ to }) => isReference(to)).map((mention) => ({ path, ...mention }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => mentions(member as PropertyValue, Array.isArray(value) ? `${path}[]` : path === '' ? key : `${path}.${key}`));
}
