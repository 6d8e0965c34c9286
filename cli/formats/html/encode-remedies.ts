import type { Judgement } from '../../../model/readiness.ts';
import { printable } from '../../../ui/report/markup.ts';
import type { Wire, WireRemedy } from '../../../ui/report/wire.ts';
import type { Dictionary } from './dictionary.ts';
import type { ReportExtras } from './extras.ts';

/** Remedies, and pairs of a verdict's index and the remedy's. */
export function encodeRemedies(judgements: readonly Judgement[], given: NonNullable<ReportExtras['remedies']>, { of }: Dictionary): { readonly remedies: WireRemedy[]; readonly pairs: Wire['verdicts']['remedy'] } {
  const remedies: WireRemedy[] = [];
  const pairs: number[] = [];
  for (const [index, { fingerprint }] of judgements.entries()) {
    for (const { title, forms, limits } of Object.hasOwn(given, fingerprint) ? (given[fingerprint] ?? []) : []) {
      pairs.push(index, remedies.length);
      remedies.push({ title: printable(title), forms: forms.flatMap(({ name, text }) => [of(name), of(text)]), limits: limits.map(printable) });
    }
  }
  return { remedies, pairs };
}
