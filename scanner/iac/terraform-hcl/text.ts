import { compareText } from '../../../model/json.ts';
import { hasSymbol, symbol, symbolsIn } from '../../../model/symbol.ts';
import { because, bare, isEncoded, isLazy, isList, isObject, isSet, isTraced, isUnknown, meansResource, mentionsOf, traced, unknown, type Unknown, type Value } from './value.ts';

/** Longest text that an expression may put together; user data ends at 16 kB, policies at 20 kB. */
export const textLimit = 1_000_000;

const valueGap = symbol('value');

/** How a value stands inside a longer text: itself, a symbol, or a gap. Undefined where it is no text at all. */
function pieceOf(value: Value): string | undefined {
  const plain = bare(value);
  if (typeof plain === 'string') return plain;
  if (typeof plain === 'number' || typeof plain === 'boolean') return numberText(plain);
  if (isUnknown(plain)) return plain.text ?? valueGap;
  if (isLazy(plain)) return plain.self ?? valueGap;
  return undefined;
}

/** Numbers as Terraform writes them: without an exponent. */
export const numberText = (value: number | boolean): string => (Number.isInteger(value) && Math.abs(Number(value)) >= 1e21 ? BigInt(value).toString() : String(value));

/** The parts in a row. Gaps stay marked where what stands around them still identifies something; else the whole is unknown. */
export function concat(parts: readonly Value[], separator = ''): Value {
  const texts: string[] = [];
  let length = 0;
  for (const part of parts) {
    if (isUnknown(part) && part.failed) return part;
    const text = isEncoded(part) ? encodedText(part.value) : pieceOf(part);
    if (text === undefined) return because(...parts);
    length += text.length + separator.length;
    if (length > textLimit) return unknown(`the text grows past ${textLimit} characters`);
    texts.push(text);
  }
  const text = texts.join(separator);
  if (hasSymbol(text) && !identifies(text)) return because(...parts.map((part) => part));
  const from = parts.some((part) => isTraced(part) || (isUnknown(part) && part.mentions.length > 0)) ? mentionsOf(...parts.filter((part) => typeof part !== 'string')) : [];
  return traced(text, from);
}

/** Whether something other than gaps and punctuation is in a text. */
function identifies(text: string): boolean {
  return symbolsIn(text).some(({ id }) => meansResource(id)) || /[A-Za-z0-9]/.test(text.replace(/⟦[^⟧]*⟧/g, ''));
}

/** Whether all of a text is known or given by a resource. */
export function hasGap(text: string): boolean {
  return hasSymbol(text) && symbolsIn(text).some(({ id }) => !meansResource(id));
}

/** Values that may be looked at for one JSON text. */
const sizeLimit = 200_000;

/** Whether JSON text can be written of a value: everything in it is known. */
export function isPlain(root: Value): boolean {
  const open: Value[] = [root];
  for (let looked = 0; open.length > 0; looked++) {
    const value = open.pop() ?? null;
    const plain = bare(value);
    if (looked > sizeLimit || isUnknown(plain) || isLazy(plain) || (typeof plain === 'string' && hasSymbol(plain))) return false;
    if (isEncoded(plain)) open.push(plain.value);
    else if (isObject(plain)) {
      if (plain.rest !== undefined || [...plain.of.keys()].some(hasSymbol)) return false;
      for (const member of plain.of.values()) open.push(member);
    } else if (isSet(plain)) open.push(...plain.items);
    else if (isList(plain)) for (const item of plain) open.push(item);
  }
  return true;
}

/** JSON text as jsonencode writes it, keys in order; undefined where not everything is known or it is too long. */
export function encodedText(value: Value): string | undefined {
  if (!isPlain(value)) return undefined;
  const text = JSON.stringify(plainJson(value)).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return text.length > textLimit ? undefined : text;
}

/** Recursion is as deep as expressions are. */
function plainJson(value: Value): unknown {
  const plain = bare(value);
  if (isEncoded(plain)) return encodedText(plain.value);
  if (isObject(plain)) return Object.fromEntries([...plain.of].sort(([a], [b]) => compareText(a, b)).map(([key, member]) => [key, plainJson(member)]));
  if (isSet(plain)) return plain.items.map(plainJson);
  if (isList(plain)) return plain.map(plainJson);
  return isUnknown(plain) || isLazy(plain) ? null : plain;
}

/** JSON text as a value of its own: the text where all of it is known, else a gap that keeps what it depends on. */
export function settled(value: Value): Exclude<Value, { is: 'json' }> {
  if (!isEncoded(value)) return value;
  const text = encodedText(value.value);
  return text === undefined ? (because(value.value) satisfies Unknown) : (traced(text, mentionsOf(value.value)) as Exclude<Value, { is: 'json' }>);
}
