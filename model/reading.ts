import { compareText } from './json.ts';
import { propertiesOf, type Properties } from './properties.ts';
import { hasSymbol } from './symbol.ts';

/*
 * The small words in which kind files read properties. All of them keep the three answers apart: what is not told stays undefined.
 */

/** Only what was told: undefined members are dropped, so that `in` means "told". */
export function told<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

/** Whether a text is one of the given ones; undefined where the text is not told, or holds a value that is known after deployment. */
export function is(text: string | undefined, ...wanted: readonly string[]): boolean | undefined {
  return text === undefined || hasSymbol(text) ? undefined : wanted.includes(text);
}

export function not(flag: boolean | undefined): boolean | undefined {
  return flag === undefined ? undefined : !flag;
}

/** Whether a number is above zero, where zero is another way to say "not set". */
export function positive(count: number | undefined): boolean | undefined {
  return count === undefined ? undefined : count > 0;
}

/** True if one flag is, false if all are; undefined where the untold ones decide. */
export function some(flags: readonly (boolean | undefined)[] | undefined): boolean | undefined {
  if (flags === undefined) return undefined;
  return flags.includes(true) ? true : flags.includes(undefined) ? undefined : false;
}

/** True if all flags are, false if one is not; undefined where the untold ones decide. */
export function every(flags: readonly (boolean | undefined)[] | undefined): boolean | undefined {
  return flags === undefined ? undefined : not(some(flags.map(not)));
}

/** A text that says something: Terraform writes '' for arguments that are not set. */
export function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** Texts whose order and repetition mean nothing: sorted, each once, empty ones dropped. */
export function setOf(texts: readonly string[] | undefined): string[] | undefined {
  return texts === undefined ? undefined : [...new Set(texts)].filter((text) => text !== '').sort(compareText);
}

/** The texts of several paths as one set; undefined as soon as one of them is not told. */
export function union(...lists: readonly (readonly string[] | undefined)[]): string[] | undefined {
  return lists.includes(undefined) ? undefined : setOf(lists.flatMap((list) => list ?? []));
}

/** A list of the one text, or of none where the property is not set; undefined where it is not told. */
export function single(from: Properties, path: string): string[] | undefined {
  const set = isSet(from, path);
  if (set === false) return [];
  const text = from.text(path);
  return set === undefined || text === undefined ? undefined : [text];
}

/** Whether the property holds something; the empty string, with which Terraform says "not set", is nothing. */
export function isSet(from: Properties, path: string): boolean | undefined {
  const has = from.has(path);
  return has === true && from.text(path) === '' ? false : has;
}

/** Text of the first path that is set; undefined if that one is not told, or none is set. */
export function firstText(from: Properties, ...paths: readonly string[]): string | undefined {
  const path = paths.find((candidate) => isSet(from, candidate) !== false);
  return path === undefined ? undefined : from.text(path);
}

/** Longest JSON text that is parsed, in UTF-16 code units; service limits keep real documents far below. */
const textLimit = 2_000_000;
const depthLimit = 100;

/**
 * A document that one source writes as an object and another as JSON text (policies, container definitions). A list becomes the
 * member `items`. Undefined where it is not set, not told, too large, too deep or not JSON.
 */
export function document(from: Properties, path: string): Properties | undefined {
  const text = from.text(path);
  return text === undefined ? from.items(path)?.[0] : parsed(text);
}

function parsed(text: string): Properties | undefined {
  if (text.length > textLimit || depthOf(text) > depthLimit) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return propertiesOf((Array.isArray(value) ? { items: value } : value) as Parameters<typeof propertiesOf>[0]);
}

/** Upper bound of the nesting of a JSON text, without parsing it: brackets inside strings count too. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepest;
}
