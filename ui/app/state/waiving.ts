import type { Judgement } from '../../../model/readiness.ts';
import type { NewWaiver } from '../../../server/api.ts';

/** finding: this rule on this subject · subject: every rule on it · rule: this rule everywhere. */
export type WaiverReach = 'finding' | 'subject' | 'rule';

/** Waivers that cover the findings, each once. A star in a subject's own name would match more than it: there is no way to write it, so it stays. */
export function waiversFor(findings: readonly Judgement[], { reach, reason, until }: { readonly reach: WaiverReach; readonly reason: string; readonly until: string }): readonly NewWaiver[] {
  const waivers = findings.map(({ rule, subject }): NewWaiver => ({ rule: reach === 'subject' ? '*' : rule, subject: reach === 'rule' ? '*' : subject, reason: reason.trim(), ...(until === '' ? {} : { until }) }));
  return [...new Map(waivers.map((waiver) => [JSON.stringify(waiver), waiver])).values()];
}
