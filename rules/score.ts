import type { Severity } from '../model/intent.ts';
import type { Counts, Judgement, Score, Status } from '../model/readiness.ts';

/** What one verdict counts for, by the severity that its gap has or would have. */
export const weights: Readonly<Record<Severity, number>> = { critical: 8, high: 4, medium: 2, low: 1, info: 0 };

export function countsOf(judgements: readonly Judgement[]): Counts {
  const counts = { gap: 0, unknown: 0, exempt: 0, ready: 0 };
  for (const { state } of judgements) counts[state]++;
  return counts;
}

/** Open gaps by severity, worst first, severities without gaps included. */
export function severitiesOf(judgements: readonly Judgement[]): Record<Severity, number> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { state, severity, baselined } of judgements) if (state === 'gap' && baselined !== true) counts[severity]++;
  return counts;
}

/** Exempt verdicts count neither way; unknown ones count as not ready. */
export function scoreOf(judgements: readonly Judgement[]): Score {
  let readyWeight = 0;
  let judged = 0;
  for (const { state, severity } of judgements) {
    if (state === 'exempt') continue;
    judged += weights[severity];
    if (state === 'ready') readyWeight += weights[severity];
  }
  return { percent: judged === 0 ? null : Math.round((1000 * readyWeight) / judged) / 10, ready: readyWeight, judged };
}

/** Nothing judged is unknown: an empty estate is not a ready one. */
export function statusOf(judgements: readonly Judgement[], blind: boolean): Status {
  const gaps = judgements.filter(({ state }) => state === 'gap');
  if (gaps.some(({ severity, blocking }) => severity === 'critical' || blocking === true)) return 'blocked';
  if (gaps.length > 0) return 'gaps';
  const looked = judgements.some(({ state }) => state === 'ready' || state === 'exempt');
  return blind || !looked || judgements.some(({ state }) => state === 'unknown') ? 'unknown' : 'ready';
}
