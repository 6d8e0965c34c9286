import { automatonOf } from './automaton.ts';
import { matchesShape } from './matches-shape.ts';
import { shapesOf, subjects, type PatternSubject } from './region-shapes.ts';
import { parsePattern } from './syntax.ts';

/** For one pattern, all regions together; about half a second. */
const mostSteps = 4_000_000;

/** `cut`: it matches, but from inside of the code, so that what it takes out is no region: ov-west-1 of us-gov-west-1. */
export type PatternAnswer = 'accepted' | 'cut' | 'rejected';

/** What a regular expression makes of region codes, found out without running it. */
export interface RegionPattern {
  /** What it is matched against, judged by what it can match at all. */
  readonly subject: PatternSubject;
  /** False where it may reject what is answered to be accepted. A rejection is always right. To be read after the answers. */
  readonly exact: boolean;
  answer(region: string): PatternAnswer;
}

/**
 * Reads a pattern. `reference` are regions of which it must match at least one to count as a pattern for regions. A string says why
 * it cannot be judged; undefined: it matches nothing that has a region in it.
 */
export function regionPattern(source: string, reference: Iterable<string>): RegionPattern | string | undefined {
  const parsed = parsePattern(source);
  if (typeof parsed === 'string') return parsed;
  const automaton = automatonOf(parsed.node);
  if (automaton === undefined) return 'it is too large';
  const known = [...reference];
  const budget = { left: mostSteps };
  const matches = (subject: PatternSubject, region: string, fromStart: boolean): boolean => shapesOf(subject, region).some((shape) => matchesShape(automaton, shape, { fromStart, budget }));
  for (const fromStart of [true, false]) {
    const subject = subjects.find((each) => known.some((region) => matches(each, region, fromStart)));
    if (budget.left < 0) return 'it takes too long to follow';
    if (subject === undefined) continue;
    return {
      subject,
      get exact() { return parsed.exact && budget.left >= 0; },
      answer: (region) => (matches(subject, region, fromStart) ? 'accepted' : fromStart && matches(subject, region, false) ? 'cut' : 'rejected'),
    };
  }
  return undefined;
}
