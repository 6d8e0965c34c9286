import { hasSymbol, soleSymbol, symbolsIn } from '../../../model/symbol.ts';
import { unresolved, type PropertyMap, type PropertyValue } from '../../../model/properties.ts';
import { isDescriptive, isDocument, isSecret } from '../terraform/provider-facts.ts';
import { namesIn, argument } from './blocks.ts';
import type { ResourceInstance } from './resource.ts';
import { encodedText } from './text.ts';
import { isEncoded, isLazy, isList, isObject, isSet, isTraced, isUnknown, meansResource, mentionsOf, type Value } from './value.ts';

export interface ReadProperties {
  readonly properties: PropertyMap;
  /** Symbols of what each argument is made from, by its path: rule[].destination[].bucket. */
  readonly mentions: readonly { readonly path: string; readonly to: string }[];
}

interface Reading {
  readonly instance: ResourceInstance;
  note(path: string, symbols: readonly string[]): void;
}

interface Place {
  readonly path: string;
  readonly depth: number;
  /** Inside of a JSON document, of which lists become the member items at its top. */
  readonly inDocument: boolean;
}

const depthLimit = 100;

/** The arguments of an instance as properties, secrets withheld, and what they refer to. */
export function propertiesOf(instance: ResourceInstance): ReadProperties {
  const { body } = instance.declared.block;
  const mentions = new Map<string, { path: string; to: string }>();
  const note = (path: string, symbols: readonly string[]): void => {
    if (isDescriptive(path.split(/[.[]/, 1)[0] ?? '')) return;
    for (const to of symbols) if (soleSymbol(to)?.id !== instance.id) mentions.set(`${path} ${to}`, { path, to });
  };
  const entries = namesIn(body).map((name): [string, PropertyValue] => {
    const value = argument(body, name, instance.environment) ?? null;
    return [name, propertyOf(value, { path: name, depth: 0, inDocument: false }, { instance, note })];
  });
  return { properties: Object.fromEntries(entries), mentions: [...mentions.values()] };
}

function propertyOf(value: Value, place: Place, reading: Reading): PropertyValue {
  const { instance: { type, environment: { run } } } = reading;
  const { path, depth, inDocument } = place;
  if (value !== null && isSecret(type, path.replaceAll('[]', ''))) {
    // What a secret is made of is no secret: the host of a database in a parameter.
    reading.note(path, mentionsOf(value));
    return unresolved('sensitive');
  }
  if (depth > depthLimit || !run.spend(1)) return unresolved('nested too deeply or too large');
  if (typeof value === 'string') return textOf(value, place, reading);
  if (typeof value !== 'object' || value === null) return value;
  if (isUnknown(value) || isLazy(value)) {
    reading.note(path, mentionsOf(value));
    return unresolved(isUnknown(value) ? value.why : 'it is a resource as a whole');
  }
  if (isTraced(value)) {
    reading.note(path, value.from);
    return typeof value.value === 'string' ? textOf(value.value, place, reading) : value.value;
  }
  if (isEncoded(value)) return documentOf(value.value, place, reading);
  if (isObject(value)) return mapOf(value, place, reading);
  const items = isSet(value) ? value.items : isList(value) ? value : [];
  return items.map((item) => propertyOf(item, { path: inDocument ? path : `${path}[]`, depth: depth + 1, inDocument }, reading));
}

function mapOf(value: Extract<Value, { is: 'object' }>, { path, depth, inDocument }: Place, reading: Reading): PropertyValue {
  if (value.rest !== undefined) {
    reading.note(path, mentionsOf(value));
    return unresolved(value.rest.why);
  }
  return Object.fromEntries([...value.of].map(([key, member]) => [key, propertyOf(member, { path: inDocument ? path : `${path}.${key}`, depth: depth + 1, inDocument }, reading)]));
}

/** JSON text where all of it is known; else the document as an object, in which what is not known is told apart from the rest. */
function documentOf(value: Value, place: Place, reading: Reading): PropertyValue {
  const text = encodedText(value);
  if (text !== undefined) {
    reading.note(place.path, mentionsOf(value));
    return text;
  }
  const made = propertyOf(value, { ...place, depth: place.depth + 1, inDocument: true }, reading);
  return Array.isArray(made) ? { items: made as readonly PropertyValue[] } : made;
}

/** A document that was written as text is taken apart if symbols stand in it: in JSON these would have to be escaped. */
function textOf(text: string, { path }: Place, { note }: Reading): PropertyValue {
  if (!hasSymbol(text)) return text;
  note(path, symbolsIn(text).filter(({ id }) => meansResource(id)).map(({ id, attribute }) => `⟦${id}${attribute === undefined ? '' : `#${attribute}`}⟧`));
  const parsed = isDocument(path.slice(path.lastIndexOf('.') + 1)) ? parsedWithSymbols(text) : undefined;
  return parsed ?? text;
}

/** Private use characters stand for the symbols while the text is parsed. */
function parsedWithSymbols(text: string): PropertyValue | undefined {
  if (!/^\s*[{[]/.test(text) || /[\uE000-\uE001]/.test(text)) return undefined;
  const symbols: string[] = [];
  const placed = text.replace(/⟦[^⟧]*⟧/g, (found) => `\uE000${symbols.push(found) - 1}\uE001`);
  const restored = (found: string): string => found.replace(/\uE000(\d{1,9})\uE001/g, (_, index: string) => symbols[Number(index)] ?? '');
  try {
    const document = JSON.parse(placed, (_, value: unknown) => {
      if (typeof value === 'string') return isGap(restored(value)) ? unresolved('it is not told') : restored(value);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [restored(key), member as unknown]));
    }) as PropertyValue;
    return Array.isArray(document) ? { items: document as readonly PropertyValue[] } : document;
  } catch {
    // Not JSON, or nested beyond measure: it stays the text that it is, which no kind will be able to read.
    return undefined;
  }
}

/** A text that is nothing but one gap. */
function isGap(text: string): boolean {
  const only = soleSymbol(text);
  return only !== undefined && !meansResource(only.id);
}
