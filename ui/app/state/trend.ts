import type { KeptReadiness } from '../../../server/api.ts';

export interface TrendPoint {
  readonly id: string;
  readonly keptAt: string;
  readonly percent: number;
  readonly gaps: number;
  readonly unknown: number;
  /** 0 is the left and the top, 1 the right and the bottom. */
  readonly x: number;
  readonly y: number;
}

/** Kept judgements of one road, oldest first, spread by time; those that judged nothing have no point. */
export function trendOf(kept: readonly KeptReadiness[], { target, strategy }: { readonly target: string; readonly strategy: string }): readonly TrendPoint[] {
  const same = kept
    .filter((each) => each.target === target && each.strategy === strategy)
    .flatMap((each) => (each.score.percent === null ? [] : [{ ...each, percent: each.score.percent, at: Date.parse(each.keptAt) }]))
    .sort((a, b) => a.at - b.at);
  const [first, last] = [same[0]?.at ?? 0, same.at(-1)?.at ?? 0];
  return same.map(({ id, keptAt, percent, gaps, unknown, at }) => ({ id, keptAt, percent, gaps, unknown, x: last === first ? 0.5 : (at - first) / (last - first), y: 1 - percent / 100 }));
}
