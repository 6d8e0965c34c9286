import type { Reference } from '../model/fact.ts';
import { identifiersIn } from '../model/identifier.ts';
import { compareText } from '../model/json.ts';
import type { AttributeReference } from '../model/kind.ts';
import { isUnresolved, type PropertyMap, type PropertyValue } from '../model/properties.ts';

/** What is written for people depends on nothing. */
const prose = /^(?:description|comment)$/i;

/** Deepest nesting that is searched; service limits keep real documents far below. */
const depthLimit = 200;

/**
 * Every identifier in a resource's properties with the path that holds it, and the references that its kind declares, with the first
 * path that holds either end. An identifier that a declared reference names already, at either end, is not listed again.
 */
export function referencesIn(raw: PropertyMap, declared: readonly AttributeReference[]): Reference[] {
  const found: Reference[] = [];
  const named = new Map<string, string>(declared.flatMap(({ from, to }) => (from === undefined ? [to] : [from, to])).map((end) => [end, '']));
  const notePlace = (end: string, path: string): void => {
    if (named.get(end) === '') named.set(end, path);
  };
  walk(raw, { path: '', depth: 0 }, (path, text) => {
    notePlace(text, path);
    for (const to of identifiersIn(text)) {
      if (named.has(to)) notePlace(to, path);
      else found.push({ path, to });
    }
  });
  const references: Reference[] = [...declared.map((reference) => ({ path: placeOf(reference, named), ...reference })), ...found];
  const unique = new Map(references.map((reference) => [`${reference.to} ${reference.edge ?? ''} ${reference.from ?? ''} ${reference.path}`, reference]));
  return [...unique.entries()].sort(([a], [b]) => compareText(a, b)).map(([, reference]) => reference);
}

/** Where the document names the other end; '' where a kind made the identifier of something else. */
const placeOf = ({ from, to }: AttributeReference, places: ReadonlyMap<string, string>): string => places.get(to) || (places.get(from ?? to) ?? '');

interface Place {
  readonly path: string;
  readonly depth: number;
}

/** Visits every text in a resource's properties with its path. */
export function eachText(raw: PropertyMap, visit: (path: string, text: string) => void): void {
  walk(raw, { path: '', depth: 0 }, (path, text, isName) => {
    if (!isName) visit(path, text);
  });
}

/** Names of members are visited too, at the path of what they are members of: identifiers stand in those of policies and maps. */
function walk(value: PropertyValue, { path, depth }: Place, visit: (path: string, text: string, isName: boolean) => void): void {
  if (typeof value === 'string') visit(path, value, false);
  if (typeof value !== 'object' || value === null || isUnresolved(value) || depth > depthLimit) return;
  for (const [key, member] of Object.entries(value)) {
    if (typeof member === 'string' && prose.test(key)) continue;
    if (!Array.isArray(value)) visit(path, key, true);
    const inner = Array.isArray(value) ? `${path}[]` : path === '' ? key : `${path}.${key}`;
    walk(member as PropertyValue, { path: inner, depth: depth + 1 }, visit);
  }
}
