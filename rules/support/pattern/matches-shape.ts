import type { Automaton } from './automaton.ts';
import type { Shape } from './shape.ts';

export interface MatchShape {
  /** The match must cover the region code; otherwise it may lie anywhere in the string. */
  readonly cover: boolean;
}

/** How a string is being read: before the match begins, in it, or behind it. */
const before = 0;
const inside = 1;
const behind = 2;

/**
 * Whether the pattern finds a match in some string of the shape. Both are walked together: the work is bounded by the product of their
 * sizes, whatever the pattern is, and nothing is ever executed.
 */
export function matchesShape({ states, start, accept }: Automaton, shape: Shape, { cover }: MatchShape): boolean {
  const width = states.length;
  const seen = new Uint8Array(width * (shape.length + 1) * 3 * 4);
  const open: number[] = [];
  const visit = (state: number, place: number, flags: { readonly phase: number; readonly begun: boolean; readonly ended: boolean }): void => {
    const key = (((place * width + state) * 3 + flags.phase) * 2 + Number(flags.begun)) * 2 + Number(flags.ended);
    if (seen[key] === 1) return;
    seen[key] = 1;
    open.push(key);
  };
  visit(start, 0, { phase: before, begun: false, ended: false });
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const ended = (key & 1) === 1;
    const begun = (key & 2) === 2;
    const phase = (key >> 2) % 3;
    const state = Math.floor(key / 12) % width;
    const place = Math.floor(key / (12 * width));
    const flags = { phase, begun, ended };
    const at = shape[place];
    if (at === undefined && phase === behind) return true;
    if (at?.many === true) visit(state, place + 1, flags);
    if (phase === before) visit(state, place, { ...flags, phase: inside });
    if (phase === inside && state === accept) visit(state, place, { ...flags, phase: behind });
    const here = states[state];
    if (here === undefined) continue;
    const forward = at?.many === true ? place : place + 1;
    if (phase === inside && here.set === undefined) {
      if (here.only === 'start' && begun) continue;
      for (const next of here.next) visit(next, place, { ...flags, ended: ended || here.only === 'end' });
    } else if (at !== undefined && !ended) {
      if (phase === inside) {
        if (((here.set ?? 0n) & at.set) !== 0n) for (const next of here.next) visit(next, forward, { ...flags, begun: true });
      } else if (!cover || !at.region) visit(state, forward, { ...flags, begun: true });
    }
  }
  return false;
}
