import { anyChar, bothCases, charsOf, type Chars } from './chars.ts';
import { readClass, readEscape } from './char-class.ts';
import { cursorOn, Unreadable, type Cursor } from './cursor.ts';

/** A regular expression as far as a finite automaton can follow it. */
export type PatternNode =
  | { readonly type: 'chars'; readonly set: Chars }
  | { readonly type: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly type: 'repeat'; readonly part: PatternNode; readonly min: number; readonly max: number | undefined }
  | { readonly type: 'start' | 'end' };

export interface ParsedPattern {
  readonly node: PatternNode;
  /** False where a part is read as accepting more than it does: look-around, word boundaries, values filled in at run time. */
  readonly exact: boolean;
}

const longest = 4_000;
const deepest = 40;
const nothing: PatternNode = { type: 'sequence', parts: [] };
const anything: PatternNode = { type: 'repeat', part: { type: 'chars', set: anyChar }, min: 0, max: undefined };

interface State {
  readonly at: Cursor;
  exact: boolean;
  anyCase: boolean;
}

/**
 * Reads the common ground of JavaScript, Python, Java, Go, .NET, Ruby and POSIX. Nothing is matched here. A string says why a pattern
 * cannot be read: back-references, for one, which no finite automaton follows.
 */
export function parsePattern(source: string): ParsedPattern | string {
  if (source.length > longest) return `it is longer than ${longest} characters`;
  const state: State = { at: cursorOn(source), exact: true, anyCase: false };
  try {
    const node = readChoice(state, 0);
    if (!state.at.done()) return 'it closes a group that it does not open';
    return { node, exact: state.exact };
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

function readChoice(state: State, depth: number): PatternNode {
  if (depth > deepest) throw new Unreadable('its groups are nested too deep');
  const parts: PatternNode[] = [readSequence(state, depth)];
  while (state.at.take('|')) parts.push(readSequence(state, depth));
  return parts.length === 1 ? (parts[0] ?? nothing) : { type: 'choice', parts };
}

function readSequence(state: State, depth: number): PatternNode {
  const { at } = state;
  const parts: PatternNode[] = [];
  while (!at.done() && at.peek() !== '|' && at.peek() !== ')') {
    const atom = readAtom(state, depth);
    parts.push(readQuantifiers(state, atom));
  }
  return { type: 'sequence', parts };
}

function readAtom(state: State, depth: number): PatternNode {
  const { at } = state;
  if (at.take('${') || at.take('#{')) return placeholder(state);
  const char = at.next();
  switch (char) {
    case '^': return { type: 'start' };
    case '$': return { type: 'end' };
    case '.': return { type: 'chars', set: anyChar };
    case '[': return chars(state, readClass(at));
    case '(': return readGroup(state, depth + 1);
    case '\\': return escape(state);
    default: return chars(state, charsOf(char));
  }
}

function chars({ anyCase }: State, set: Chars): PatternNode {
  return { type: 'chars', set: anyCase ? bothCases(set) : set };
}

function escape(state: State): PatternNode {
  const { at } = state;
  const letter = at.peek();
  if (/[AZz]/.test(letter)) {
    at.next();
    return { type: letter === 'A' ? 'start' : 'end' };
  }
  if (letter === 'b' || letter === 'B') {
    at.next();
    state.exact = false;
    return nothing;
  }
  return chars(state, readEscape(at));
}

/** A value that the program fills in may be anything. */
function placeholder(state: State): PatternNode {
  state.exact = false;
  while (!state.at.done() && state.at.next() !== '}');
  return anything;
}

function readGroup(state: State, depth: number): PatternNode {
  const { at, anyCase } = state;
  const look = at.takeMatch(/\?(?:<?[=!])/y);
  const flags = look === undefined ? at.takeMatch(/\?[a-z]*(?:-[a-z]+)?(?=[:)])/y) : undefined;
  if (look === undefined && flags === undefined) at.takeMatch(/\?(?:P?<[A-Za-z_]\w{0,60}>|'[A-Za-z_]\w{0,60}'|>)/y);
  if (flags !== undefined && /^\?[a-z]*i/.test(flags)) state.anyCase = true;
  if (flags !== undefined && at.take(')')) return nothing;
  if (flags !== undefined) at.take(':');
  const node = readChoice(state, depth);
  if (!at.take(')')) throw new Unreadable('it does not close every group');
  state.anyCase = anyCase;
  if (look === undefined) return node;
  state.exact = false;
  return nothing;
}

function readQuantifiers(state: State, atom: PatternNode): PatternNode {
  const { at } = state;
  let node = atom;
  for (;;) {
    const bounds = at.takeMatch(/[*+?]|\{\d{1,4}(?:,\d{0,4})?\}/y);
    if (bounds === undefined) return node;
    at.takeMatch(/[?+]/y);
    const [min, max] = boundsOf(bounds);
    node = { type: 'repeat', part: node, min, max };
  }
}

function boundsOf(text: string): [number, number | undefined] {
  if (text === '*') return [0, undefined];
  if (text === '+') return [1, undefined];
  if (text === '?') return [0, 1];
  const [min = '0', max] = text.slice(1, -1).split(',');
  return [Number(min), max === undefined ? Number(min) : max === '' ? undefined : Number(max)];
}
