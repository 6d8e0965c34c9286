import { charRange, charsOf, complement, escapedSets, noChars, posixSets, type Chars } from './chars.ts';
import { Unreadable, type Cursor } from './cursor.ts';

const controls: ReadonlyMap<string, string> = new Map([['n', '\n'], ['r', '\r'], ['t', '\t'], ['f', '\f'], ['v', '\v'], ['e', '\u001B'], ['0', '\0']]);

/** What stands after a backslash, outside of a class or in one. */
export function readEscape(at: Cursor): Chars {
  const code = at.takeMatch(/u\{[0-9A-Fa-f]{1,6}\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}/y);
  if (code !== undefined) {
    const point = Number.parseInt(code.replace(/[^0-9A-Fa-f]/g, ''), 16);
    return charRange(point, point);
  }
  if (at.takeMatch(/k[<'{]|[1-9]/y) !== undefined) throw new Unreadable('it refers back to what a group has matched');
  const property = at.takeMatch(/[pP]\{\^?[\w=]{1,40}\}|[pP][A-Z]/y);
  if (property !== undefined) return propertySet(property);
  const letter = at.next();
  return escapedSets.get(letter) ?? charsOf(controls.get(letter) ?? letter);
}

/** Unicode properties by the first letters of their names, as far as ASCII goes: \p{L}, \p{Lower}, \P{Nd}. */
const properties: readonly (readonly [begin: string, set: Chars | undefined])[] = [
  ['n', escapedSets.get('d')], ['d', escapedSets.get('d')], ['al', posixSets.get('alnum')], ['lu', posixSets.get('upper')], ['u', posixSets.get('upper')],
  ['ll', posixSets.get('lower')], ['lower', posixSets.get('lower')], ['p', posixSets.get('punct')], ['', posixSets.get('alpha')],
];

function propertySet(text: string): Chars {
  const name = text.slice(1).replace(/[{}^]/g, '').toLowerCase();
  const set = properties.find(([begin]) => name.startsWith(begin))?.[1] ?? noChars;
  return text.startsWith('P') || text.includes('^') ? complement(set) : set;
}

/** A bracket class, from behind its [ to behind its ]. */
export function readClass(at: Cursor): Chars {
  const negated = at.take('^');
  let set = noChars;
  let first = true;
  while (first || !at.take(']')) {
    set |= readItem(at);
    first = false;
  }
  return negated ? complement(set) : set;
}

function readItem(at: Cursor): Chars {
  const posix = at.takeMatch(/\[:\^?[a-z]{4,6}:\]/y);
  if (posix !== undefined) {
    const set = posixSets.get(posix.replace(/[^a-z]/g, '')) ?? noChars;
    return posix.includes('^') ? complement(set) : set;
  }
  const from = readChar(at);
  if (at.takeMatch(/-(?=[^\]])/y) === undefined) return from;
  const to = readChar(at);
  const [low, high] = [single(from), single(to)];
  return low === undefined || high === undefined ? from | to | charsOf('-') : charRange(low, high);
}

function readChar(at: Cursor): Chars {
  return at.take('\\') ? (at.take('b') ? charsOf('\b') : readEscape(at)) : charsOf(at.next());
}

/** Code of the only character of a set. */
function single(set: Chars): number | undefined {
  if (set === noChars || (set & (set - 1n)) !== 0n) return undefined;
  return set.toString(2).length - 1;
}
