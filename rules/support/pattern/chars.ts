/** A set of ASCII characters, a bit per code. Region-bearing text is ASCII, so other characters are left out. */
export type Chars = bigint;

export const noChars: Chars = 0n;
export const anyChar: Chars = (1n << 128n) - 1n;

export function charsOf(text: string): Chars {
  let set = noChars;
  for (let at = 0; at < text.length; at += 1) set |= charRange(text.charCodeAt(at), text.charCodeAt(at));
  return set;
}

/** Characters from one code to another, both included. */
export function charRange(from: number, to: number): Chars {
  const end = Math.min(to, 127);
  return from > end ? noChars : ((1n << BigInt(end - from + 1)) - 1n) << BigInt(from);
}

export const complement = (set: Chars): Chars => anyChar & ~set;

const digits = charsOf('0123456789');
const lower = charRange(97, 122);
const upper = charRange(65, 90);
const space = charsOf(' \t\n\r\f\v');
const word = digits | lower | upper | charsOf('_');

/** Sets that escapes stand for: \d, \W … */
export const escapedSets: ReadonlyMap<string, Chars> = new Map([
  ['d', digits], ['D', complement(digits)], ['w', word], ['W', complement(word)], ['s', space], ['S', complement(space)], ['h', charsOf(' \t')],
]);

/** Sets that POSIX names stand for: [:alpha:] … */
export const posixSets: ReadonlyMap<string, Chars> = new Map([
  ['alpha', lower | upper], ['digit', digits], ['alnum', lower | upper | digits], ['lower', lower], ['upper', upper], ['word', word], ['space', space],
  ['xdigit', digits | charsOf('abcdefABCDEF')], ['punct', complement(word | space) & charRange(33, 126)],
]);

/** The set with both cases of every letter in it. */
export function bothCases(set: Chars): Chars {
  return set | ((set & upper) << 32n) | ((set & lower) >> 32n);
}

export const hostChars: Chars = lower | upper | digits | charsOf('-_*');
