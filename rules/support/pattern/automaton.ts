import type { Chars } from './chars.ts';
import type { PatternNode } from './syntax.ts';

/** A state of a Thompson automaton: it reads one character of `set`, or goes on without reading. */
export interface State {
  readonly set?: Chars;
  readonly only?: 'start' | 'end';
  next: number[];
}

export interface Automaton {
  readonly states: readonly State[];
  readonly start: number;
  readonly accept: number;
}

const mostStates = 1_500;
/** Counts above this are read as "any number": no region code, ARN or host name that is tried is longer. */
const mostCopies = 64;

/** Undefined where the pattern needs more states than we are willing to have. */
export function automatonOf(node: PatternNode): Automaton | undefined {
  const states: State[] = [];
  const add = (state: State): number => states.push(state) - 1;
  const link = (from: number, to: number): void => void states[from]?.next.push(to);

  /** Adds the states of a node behind `from` and returns the last of them. */
  function build(part: PatternNode, from: number): number {
    if (states.length > mostStates) return from;
    if (part.type === 'sequence') return part.parts.reduce((last, each) => build(each, last), from);
    if (part.type === 'choice') {
      const end = add({ next: [] });
      for (const option of part.parts) {
        const begin = add({ next: [] });
        link(from, begin);
        link(build(option, begin), end);
      }
      return end;
    }
    if (part.type === 'repeat') return buildRepeat(part, from);
    const state = part.type === 'chars' ? add({ set: part.set, next: [] }) : add({ only: part.type, next: [] });
    link(from, state);
    const after = add({ next: [] });
    link(state, after);
    return after;
  }

  function buildRepeat({ part, min, max }: Extract<PatternNode, { type: 'repeat' }>, from: number): number {
    let last = from;
    for (let copy = 0; copy < Math.min(min, mostCopies); copy += 1) last = build(part, last);
    if (max === undefined || max > mostCopies) {
      const loop = add({ next: [] });
      link(last, loop);
      link(build(part, loop), loop);
      return loop;
    }
    const end = add({ next: [] });
    for (let copy = min; copy < max; copy += 1) {
      link(last, end);
      last = build(part, last);
    }
    link(last, end);
    return end;
  }

  const start = add({ next: [] });
  const accept = build(node, start);
  return states.length > mostStates ? undefined : { states, start, accept };
}
