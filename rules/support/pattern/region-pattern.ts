import { automatonOf } from './automaton.ts';
import { matchesShape } from './matches-shape.ts';
import { shapesOf, subjects, type PatternSubject } from './region-shapes.ts';
import { parsePattern } from './syntax.ts';

/** What a regular expression makes of region codes, found out without running it. */
export interface RegionPattern {
  /** What it is matched against, judged by what it can match at all. */
  readonly subject: PatternSubject;
  /** False where `accepts` may say yes although the real pattern says no. A no is always right. */
  readonly exact: boolean;
  accepts(region: string): boolean;
}

/**
 * Reads a pattern. `reference` are regions of which it must accept at least one to count as a pattern for regions. A string says why
 * it cannot be judged; undefined: it matches nothing that has a region in it.
 */
export function regionPattern(source: string, reference: Iterable<string>): RegionPattern | string | undefined {
  const parsed = parsePattern(source);
  if (typeof parsed === 'string') return parsed;
  const automaton = automatonOf(parsed.node);
  if (automaton === undefined) return 'it is too large';
  const regions = [...reference];
  for (const cover of [true, false]) {
    for (const subject of subjects) {
      const accepts = (region: string): boolean => shapesOf(subject, region).some((shape) => matchesShape(automaton, shape, { cover }));
      if (regions.some(accepts)) return { subject, exact: parsed.exact, accepts };
    }
  }
  return undefined;
}
