import type { Automaton } from './automaton.ts';
import type { Shape } from './shape.ts';

export interface MatchShape {
  /** The match must not begin inside of the region code. */
  readonly fromStart: boolean;
  /** Steps that may still be made. When there are none left, the answer is yes. */
  readonly budget: { left: number };
}

/** How a string is being read: before the match begins, in it, or behind it. */
const before = 0;
const inside = 1;
const behind = 2;

/** How far a walk has come in the string and in the match. */
interface Walk {
  readonly phase: number;
  /** Some character has been read. */
  readonly begun: boolean;
  /** The match has asked for the end of the string. */
  readonly ended: boolean;
  /** The match has read a character of the region code. */
  readonly touched: boolean;
}

/** Ways in which a place and a state can be combined with a walk. */
const walks = 24;
const keyOf = ({ phase, begun, ended, touched }: Walk): number => phase * 8 + Number(begun) * 4 + Number(ended) * 2 + Number(touched);
const walkOf = (key: number): Walk => ({ phase: key >> 3, begun: (key & 4) !== 0, ended: (key & 2) !== 0, touched: (key & 1) !== 0 });

/**
 * Whether the pattern finds a match in some string of the shape that reaches into the region code. Both are walked together: the work is
 * bounded by the product of their sizes, and by the budget, whatever the pattern is, and nothing is ever executed.
 */
export function matchesShape({ states, start, accept }: Automaton, shape: Shape, { fromStart, budget }: MatchShape): boolean {
  const width = states.length;
  const seen = new Uint8Array(width * (shape.length + 1) * walks);
  const open: number[] = [];
  const visit = (state: number, place: number, walk: Walk): void => {
    const key = (place * width + state) * walks + keyOf(walk);
    if (seen[key] === 1) return;
    seen[key] = 1;
    open.push(key);
  };
  visit(start, 0, { phase: before, begun: false, ended: false, touched: false });
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    budget.left -= 1;
    if (budget.left < 0) return true;
    const walk = walkOf(key % walks);
    const state = Math.floor(key / walks) % width;
    const place = Math.floor(key / (walks * width));
    const { phase, begun, ended, touched } = walk;
    const at = shape[place];
    if (at === undefined && phase === behind && touched) return true;
    if (at?.many === true) visit(state, place + 1, walk);
    if (phase === before) visit(state, place, { ...walk, phase: inside });
    if (phase === inside && state === accept) visit(state, place, { ...walk, phase: behind });
    const here = states[state];
    if (here === undefined) continue;
    const forward = at?.many === true ? place : place + 1;
    if (phase === inside && here.set === undefined) {
      if (here.only === 'start' && begun) continue;
      for (const next of here.next) visit(next, place, { ...walk, ended: ended || here.only === 'end' });
    } else if (at !== undefined && !ended) {
      const after = { ...walk, begun: true };
      if (phase === inside) {
        if (((here.set ?? 0n) & at.set) !== 0n) for (const next of here.next) visit(next, forward, { ...after, touched: touched || at.region });
      } else if (phase === behind || !fromStart || !at.region) visit(state, forward, after);
    }
  }
  return false;
}
