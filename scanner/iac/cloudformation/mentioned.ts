import type { Reference, ResourceFact } from '../../../model/fact.ts';
import { compareText } from '../../../model/json.ts';
import type { PropertyMap, PropertyValue } from '../../../model/properties.ts';
import { hasSymbol } from '../../../model/symbol.ts';
import { isReference, isUnknown, mentionsOf } from './value.ts';

/** The fact's references without markers, and with what unknown values mention: both branches of an undecided If, names of secrets. */
export function withMentions(references: ResourceFact['references'], ...values: readonly PropertyMap[]): Reference[] {
  const own = references.filter(({ to }) => isReference(to));
  const found = values.flatMap((value) => mentions(value, ''));
  const known = new Set(own.flatMap(({ from, to }) => (from === undefined ? [to] : [from, to])));
  const typed = new Set(found.filter(({ edge }) => edge !== undefined).map(placeOf));
  // A bare mention says nothing where another one names the kind of edge, or where the resource's own references have it.
  const all = [...own, ...found.filter(({ to, edge }) => edge !== undefined || !known.has(to))];
  const kept = all.filter((reference) => reference.edge !== undefined || !typed.has(placeOf(reference)));
  const unique = new Map(kept.map((reference) => [keyOf(reference), reference]));
  return [...unique].sort(([a], [b]) => compareText(a, b)).map(([, reference]) => reference);
}

const placeOf = ({ to, path }: Reference): string => `${to} ${path}`;
const keyOf = ({ to, from = '', edge, path }: Reference): string => `${to} ${edge ?? ''} ${path} ${from}`;

function mentions(value: PropertyValue, path: string): Reference[] {
  if (isUnknown(value) || (typeof value === 'string' && hasSymbol(value))) {
    return mentionsOf(value).filter(({ to }) => isReference(to)).map((mention) => ({ path, ...mention }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => mentions(member as PropertyValue, Array.isArray(value) ? `${path}[]` : path === '' ? key : `${path}.${key}`));
}
