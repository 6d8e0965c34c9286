import { anyChar, bothCases, charRange, charsOf, complement, escapedSets, noChars, posixSets, type Chars } from './chars.ts';

/** A regular expression as far as it can be matched in linear time. */
export type PatternNode =
  | { readonly type: 'chars'; readonly set: Chars }
  | { readonly type: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly type: 'repeat'; readonly part: PatternNode; readonly min: number; readonly max: number | undefined }
  | { readonly type: 'start' | 'end' };

export interface ParsedPattern {
  readonly node: PatternNode;
  /** False where a part was read as accepting more than it does: look-around, word boundaries, values filled in at run time. */
  readonly exact: boolean;
}

const longest = 4_000;
const deepest = 40;
const widest = 256;
const nothing: PatternNode = { type: 'sequence', parts: [] };
const anything: PatternNode = { type: 'repeat', part: { type: 'chars', set: anyChar }, min: 0, max: undefined };

/** What cannot be read: back-references, which no finite automaton follows, and what no dialect allows. */
class Unreadable extends Error {}

/**
 * Reads the common ground of the dialects of JavaScript, Python, Java, Go, .NET, Ruby and POSIX. Nothing is matched here.
 * A string says why a pattern cannot be read.
 */
export function parsePattern(source: string): ParsedPattern | string {
  if (source.length > longest) return `it is longer than ${longest} characters`;
  try {
    return new Reader(source).read();
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}
