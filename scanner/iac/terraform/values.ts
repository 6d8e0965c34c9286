import type { Json, JsonObject } from '../../../model/json.ts';
import { unresolved, type PropertyMap, type PropertyValue } from '../../../model/properties.ts';
import { blockCursor, intoElement, intoMember, untold, type Cursor } from './cursor.ts';
import { asList, asObject, member } from './members.ts';
import { isSecret } from './provider-facts.ts';
import type { TerraformResource } from './resource.ts';

/** Deepest nesting that is read; schemas of the aws provider end at about 25, for WAF rules. */
const depthLimit = 100;

/** A value that is known after apply, with what is known of it. */
export interface Gap {
  /** Name of the argument: subnet_ids. */
  readonly name: string;
  /** Names from the resource to the argument: vpc_config.subnet_ids. */
  readonly path: string;
  readonly shape: 'text' | 'list' | 'map';
  readonly cursor: Cursor;
  /** Which of the unknown elements of a list it is, and how many there are. */
  readonly position?: { readonly index: number; readonly of: number } | undefined;
}

/** Gives the value of a gap, or undefined where the configuration does not set the argument at all. */
export type Fill = (gap: Gap) => PropertyValue | undefined;

interface Reading {
  readonly type: string;
  readonly answer: Fill;
}

interface At {
  readonly value: Json | undefined;
  readonly unknown: Json | undefined;
  readonly sensitive: Json | undefined;
  readonly cursor: Cursor;
  readonly name: string;
  readonly path: string;
  readonly depth: number;
  readonly position?: Gap['position'];
}

/** A resource's values with sensitive ones withheld and those known after apply filled in as far as the configuration tells. */
export function propertiesOfResource(resource: TerraformResource, expressions?: JsonObject, fill: Fill = () => unresolved('known after apply')): PropertyMap {
  const { values, unknown, sensitive } = resource;
  const cursor = expressions ? blockCursor(expressions) : untold;
  return mapAt({ value: values, unknown, sensitive, cursor, name: '', path: '', depth: 0 }, { type: resource.type, answer: fill });
}

function valueAt(at: At, reading: Reading): PropertyValue | undefined {
  const { value, unknown, sensitive } = at;
  if (sensitive === true || (value !== undefined && value !== null && isSecret(reading.type, at.path))) return unresolved('sensitive');
  if (unknown === true) return reading.answer({ name: at.name, path: at.path, shape: shapeOf(sensitive), cursor: at.cursor, position: at.position });
  if (value === null) return null;
  if (Array.isArray(value) || Array.isArray(unknown)) return at.depth >= depthLimit ? tooDeep : listAt(at, reading);
  if (typeof value === 'object' || asObject(unknown)) return at.depth >= depthLimit ? tooDeep : mapAt(at, reading);
  return typeof value === 'string' ? withoutSymbols(value) : value;
}

const tooDeep = unresolved('nested too deeply');

function mapAt({ value, unknown, sensitive, cursor, path, depth }: At, reading: Reading): PropertyMap {
  const names = new Set([...Object.keys(asObject(value) ?? {}), ...Object.keys(asObject(unknown) ?? {})]);
  const entries: [string, PropertyValue][] = [];
  for (const name of names) {
    const inner = valueAt({
      value: member(value, name), unknown: member(unknown, name), sensitive: member(sensitive, name),
      cursor: intoMember(cursor, name), name, path: path === '' ? name : `${path}.${name}`, depth: depth + 1,
    }, reading);
    if (inner !== undefined) entries.push([withoutSymbols(name), inner]);
  }
  return Object.fromEntries(entries);
}

function listAt({ value, unknown, sensitive, cursor, name, path, depth }: At, reading: Reading): PropertyValue[] {
  const [values, unknowns, sensitives] = [asList(value) ?? [], asList(unknown) ?? [], asList(sensitive) ?? []];
  const of = unknowns.filter((each) => each === true).length;
  let index = 0;
  return Array.from({ length: Math.max(values.length, unknowns.length) }, (_, at) => {
    const isGap = unknowns[at] === true;
    const element = valueAt({
      value: values[at], unknown: unknowns[at], sensitive: sensitives[at],
      cursor: intoElement(cursor, at, values[at]), name, path, depth: depth + 1,
      ...(isGap ? { position: { index: index++, of } } : {}),
    }, reading);
    return element ?? unresolved('known after apply');
  });
}

/** The mask of sensitive values has lists and objects where the values would, known or not. */
export function shapeOf(sensitive: Json | undefined): Gap['shape'] {
  if (Array.isArray(sensitive)) return 'list';
  return asObject(sensitive) ? 'map' : 'text';
}

/** Symbols are ours to write: text of the input must not pass for one. */
export function withoutSymbols(text: string): string {
  return /[⟦⟧]/.test(text) ? text.replaceAll('⟦', '[').replaceAll('⟧', ']') : text;
}
