import type { Json, JsonObject } from './json.ts';

/** A value that a document has but does not tell: a parameter without default, a Terraform value known after apply. */
export interface Unresolved {
  readonly $unresolved: string;
}

export const unresolved = (why: string): Unresolved => ({ $unresolved: why });

export function isUnresolved(value: unknown): value is Unresolved {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Unresolved>).$unresolved === 'string';
}

/** A resource's properties as a template reader hands them on: JSON in which some values are unresolved. */
export type PropertyValue = string | number | boolean | null | Unresolved | readonly PropertyValue[] | PropertyMap;
export type PropertyMap = { readonly [key: string]: PropertyValue };

/**
 * Reads attributes out of one source's JSON and keeps the three answers apart: a value, "not set" and "not told".
 *
 * Paths are dotted: `SSESpecification.KMSMasterKeyId`, `Replicas[].Region`. A name applied to a list reads its first element,
 * because Terraform writes nested blocks as lists of one. Each reader takes the value to answer when the property is not set
 * (the service's own default); without it, and whenever something on the way is unresolved, the answer is undefined, which
 * means that nobody told us.
 */
export interface Properties {
  text(path: string): string | undefined;
  text(path: string, absent: string): string | undefined;
  flag(path: string, absent?: boolean): boolean | undefined;
  count(path: string, absent?: number): number | undefined;
  /** Every string that the path reaches, through `[]`. Unresolved as a whole if one element is. */
  texts(path: string, absent?: readonly string[]): string[] | undefined;
  /** Every object that the path reaches, through `[]`. */
  items(path: string): Properties[] | undefined;
  /** Whether the property is set to something other than null, an empty list or an empty object. */
  has(path: string): boolean | undefined;
  /** The value as it stands; undefined if not set or not told. */
  json(path: string): Json | undefined;
}

const notSet = Symbol('not set');
type Found = PropertyValue | typeof notSet;

/** A member that a partial document lacks. */
const notAsked = unresolved('nobody asked for it');

/**
 * `fold` reads member names without regard to case: what a service's own API calls KMSMasterKeyArn, AWS Config's record of the same answer
 * calls kmsmasterKeyArn, by rules that differ from name to name. `partial` says that the document is not whole: members that it lacks are
 * not told, instead of not set.
 */
export function properties(raw: PropertyMap, fold = false, partial = false): Properties {
  const lacks = (path: string): boolean => partial && memberName(raw, path.split('.', 1)[0]?.replace('[]', '') ?? '', fold) === undefined;
  const reach = (path: string): Found => (lacks(path) ? notAsked : reachIn(raw, path, fold));
  const reachAll = (path: string): PropertyValue[] | undefined => (lacks(path) ? undefined : reachAllIn(raw, path, fold));
  const single = <T>(path: string, absent: T | undefined, convert: (value: PropertyValue) => T | undefined): T | undefined => {
    const found = reach(path);
    if (found === notSet) return absent;
    return isUnresolved(found) ? undefined : convert(found);
  };

  return {
    text: (path: string, absent?: string): string | undefined => single(path, absent, asText),
    flag: (path, absent) => single(path, absent, asFlag),
    count: (path, absent) => single(path, absent, asCount),
    texts(path, absent) {
      const found = reachAll(path);
      if (found === undefined) return undefined;
      if (found.length === 0) return absent === undefined ? undefined : [...absent];
      const texts = found.map((value) => (isUnresolved(value) ? undefined : asText(value)));
      return texts.every((text) => text !== undefined) ? texts : undefined;
    },
    items(path) {
      const found = reachAll(path);
      if (found === undefined || found.some(isUnresolved)) return undefined;
      return found.filter(isMap).map((item) => properties(item, fold));
    },
    has(path) {
      const found = reach(path);
      if (found === notSet) return false;
      if (isUnresolved(found)) return undefined;
      return !isEmpty(found);
    },
    json(path) {
      const found = reach(path);
      return found === notSet || containsUnresolved(found) ? undefined : (found as Json);
    },
  };
}

function reachIn(from: PropertyValue, path: string, fold: boolean): Found {
  let at: PropertyValue = from;
  for (const name of path.split('.')) {
    if (isUnresolved(at)) return at;
    if (Array.isArray(at)) at = at[0] ?? null;
    if (isUnresolved(at)) return at;
    if (!isMap(at)) return notSet;
    const key = memberName(at, name, fold);
    if (key === undefined) return notSet;
    at = at[key] ?? null;
    if (at === null) return notSet;
  }
  return at;
}

function memberName(map: PropertyMap, name: string, fold: boolean): string | undefined {
  if (Object.hasOwn(map, name)) return name;
  if (!fold) return undefined;
  const folded = name.toLowerCase();
  return Object.keys(map).find((key) => key.length === name.length && key.toLowerCase() === folded);
}

/** Undefined if a list on the way is unresolved, so that its length is not known. */
function reachAllIn(from: PropertyValue, path: string, fold: boolean): PropertyValue[] | undefined {
  let level: PropertyValue[] = [from];
  for (const step of path.split('.')) {
    const spread = step.endsWith('[]');
    const name = spread ? step.slice(0, -2) : step;
    const next: PropertyValue[] = [];
    for (const at of level) {
      const found = name === '' ? at : reachIn(at, name, fold);
      if (found === notSet) continue;
      if (isUnresolved(found)) {
        if (spread) return undefined;
        next.push(found);
      } else if (spread && Array.isArray(found)) next.push(...found);
      else next.push(found);
    }
    level = next;
  }
  return level.filter((value) => value !== null);
}

function asText(value: PropertyValue): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function asFlag(value: PropertyValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 1) return true;
  return value === 'false' || value === 0 ? false : undefined;
}

function asCount(value: PropertyValue): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function isMap(value: PropertyValue | typeof notSet): value is PropertyMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnresolved(value);
}

function isEmpty(value: PropertyValue): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Iterative, because hostile documents nest deeper than a call stack. */
function containsUnresolved(root: PropertyValue): boolean {
  const open: PropertyValue[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isUnresolved(value)) return true;
    if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) open.push(member as PropertyValue);
  }
  return false;
}

/** Plain JSON is a property map in which everything is told. */
export const propertiesOf = (raw: JsonObject): Properties => properties(raw as PropertyMap);
