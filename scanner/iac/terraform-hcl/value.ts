import type { Json } from '../../../model/json.ts';
import { hasSymbol, symbol, symbolsIn } from '../../../model/symbol.ts';

/**
 * What an expression of HCL evaluates to. Text may hold symbols: ⟦terraform:infra/aws_s3_bucket.media#arn⟧ is a value that only a deployment
 * gives, ⟦value⟧ a gap. Lists are arrays.
 */
export type Value = Scalar | Unknown | Traced | Encoded | Lazy | Members | Distinct | readonly Value[];
export type Scalar = string | number | boolean | null;

/** A value that the configuration does not tell. */
export interface Unknown {
  readonly is: 'unknown';
  readonly why: string;
  /** Symbols of what it depends on. */
  readonly mentions: readonly string[];
  /** It is no gap but an error, which `try` passes over. */
  readonly failed?: true;
  /** How it stands in a longer text. */
  readonly text?: string;
}

/** A known value that was read from a resource. */
export interface Traced {
  readonly is: 'traced';
  readonly value: string | number | boolean;
  readonly from: readonly string[];
}

/** JSON text that has not been written yet, so that what is unknown in it stays one gap. */
export interface Encoded {
  readonly is: 'json';
  readonly value: Value;
}

/** A resource, data source or module, of which members are evaluated when they are asked for. */
export interface Lazy {
  readonly is: 'lazy';
  get(name: string): Value;
  /** Its symbol, for a value that is the thing as a whole. */
  readonly self: string | undefined;
  /** Picks an instance where their number is not known. */
  pick?(key: Value): Value;
}

export interface Members {
  readonly is: 'object';
  readonly of: ReadonlyMap<string, Value>;
  /** There may be more members: what they are depends on this. */
  readonly rest?: Unknown | undefined;
}

/** A set: its elements are in order and each is there once. */
export interface Distinct {
  readonly is: 'set';
  readonly items: readonly Value[];
}

export const unknown = (why: string, mentions: readonly string[] = []): Unknown => ({ is: 'unknown', why, mentions });

/** An expression that Terraform would refuse. */
export const failed = (why: string): Unknown => ({ is: 'unknown', why, mentions: [], failed: true });

/** A gap that has a name in longer texts: ⟦account⟧, ⟦variable:environment⟧. */
export const gap = (name: string, why: string): Unknown => ({ is: 'unknown', why, mentions: [], text: symbol(name.replace(/[⟦⟧#]/g, '*')) });

export const object = (of: ReadonlyMap<string, Value>, rest?: Unknown): Members => (rest === undefined ? { is: 'object', of } : { is: 'object', of, rest });

export const record = (of: Readonly<Record<string, Value>>): Members => object(new Map(Object.entries(of)));

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const tagOf = (value: Value): string | undefined => (typeof value === 'object' && value !== null && !isList(value) ? value.is : undefined);
export const isUnknown = (value: Value): value is Unknown => tagOf(value) === 'unknown';
export const isTraced = (value: Value): value is Traced => tagOf(value) === 'traced';
export const isEncoded = (value: Value): value is Encoded => tagOf(value) === 'json';
export const isLazy = (value: Value): value is Lazy => tagOf(value) === 'lazy';
export const isObject = (value: Value): value is Members => tagOf(value) === 'object';
export const isSet = (value: Value): value is Distinct => tagOf(value) === 'set';

/** The value itself, where it is known by way of a resource. */
export const bare = (value: Value): Exclude<Value, Traced> => (isTraced(value) ? value.value : (value as Exclude<Value, Traced>));

/** Elements of a list or set. */
export function itemsOf(value: Value): readonly Value[] | undefined {
  return isList(value) ? value : isSet(value) ? value.items : undefined;
}

/** A scalar that holds no symbol; undefined for everything else. */
export function knownScalar(value: Value): Scalar | undefined {
  const plain = bare(value);
  if (typeof plain === 'string') return hasSymbol(plain) ? undefined : plain;
  return plain === null || typeof plain === 'number' || typeof plain === 'boolean' ? plain : undefined;
}

/** Text of a known text or number. */
export function knownText(value: Value): string | undefined {
  const scalar = knownScalar(value);
  return scalar === null || scalar === undefined ? undefined : String(scalar);
}

export function knownNumber(value: Value): number | undefined {
  const scalar = knownScalar(value);
  const number = typeof scalar === 'string' && scalar.trim() !== '' ? Number(scalar) : scalar;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function knownFlag(value: Value): boolean | undefined {
  const scalar = knownScalar(value);
  if (typeof scalar === 'boolean') return scalar;
  return scalar === 'true' ? true : scalar === 'false' ? false : undefined;
}

/** The value as one that was read from these resources. */
export function traced(value: Value, from: readonly string[]): Value {
  const plain = bare(value);
  if (from.length === 0 || plain === null || typeof plain === 'object') return value;
  const all = isTraced(value) ? [...new Set([...value.from, ...from])] : from;
  return { is: 'traced', value: plain, from: all.length > mentionLimit ? all.slice(0, mentionLimit) : all };
}

/** Things that one value is said to come from, at most. */
const mentionLimit = 200;

/** Symbols of everything that the values come from or depend on, each once; values inside of one another are looked through. */
export function mentionsOf(...values: readonly Value[]): string[] {
  const found = new Set<string>();
  const open: Value[] = [...values];
  for (let looked = 0; open.length > 0 && found.size < mentionLimit && looked < 5_000; looked++) {
    const value = open.pop() ?? null;
    if (typeof value === 'string') for (const { id, attribute } of symbolsIn(value)) addResource(found, id, attribute);
    if (isUnknown(value)) for (const mention of value.mentions) found.add(mention);
    if (isTraced(value)) for (const mention of value.from) found.add(mention);
    if (isLazy(value) && value.self !== undefined) found.add(value.self);
    if (isEncoded(value)) open.push(value.value);
    if (isObject(value)) open.push(...[...value.of.values()].slice(0, 1_000), ...(value.rest ? [value.rest] : []));
    else open.push(...(itemsOf(value) ?? []).slice(0, 1_000));
  }
  return [...found];
}

function addResource(found: Set<string>, id: string, attribute: string | undefined): void {
  if (meansResource(id)) found.add(symbol(id, attribute));
}

/** Whether a symbol stands for a resource, and not for a gap in a text. */
export const meansResource = (id: string): boolean => id.startsWith('terraform:');

/** A gap because of other gaps: an error stays one. */
export function because(...values: readonly Value[]): Unknown {
  const first = values.find((value) => isUnknown(value) && value.failed === true) ?? values.find(isUnknown);
  if (first !== undefined && isUnknown(first) && first.failed) return first;
  return unknown(first !== undefined && isUnknown(first) ? first.why : 'it depends on what a deployment gives', mentionsOf(...values));
}

/** A JSON document as a value. */
export function valueOfJson(json: Json): Value {
  if (Array.isArray(json)) return json.map((item: Json) => valueOfJson(item));
  if (typeof json === 'object' && json !== null) return object(new Map(Object.entries(json).map(([key, member]) => [key, valueOfJson(member as Json)])));
  return json as Scalar;
}
