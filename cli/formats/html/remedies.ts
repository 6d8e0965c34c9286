import type { Judgement } from '../../../model/readiness.ts';
import type { Remedy } from '../../../rules/remedy.ts';
import { formsOf } from '../remedy/forms.ts';
import type { RemedyText } from './extras.ts';

/** Gaps of one rule whose code the page carries: it must stay small, and `regionready remedy` prints the code of every gap. */
export const mostRemedied = 12;

/** The code that closes gaps, by the gap's fingerprint. */
export function remedyTexts(judgements: readonly Judgement[], remediesOf: (judgement: Judgement) => readonly Remedy[]): Record<string, RemedyText[]> {
  const texts: [string, RemedyText[]][] = [];
  const times = new Map<string, number>();
  for (const judgement of judgements) {
    const { rule, state, baselined, fingerprint } = judgement;
    const carried = times.get(rule) ?? 0;
    if (state !== 'gap' || baselined === true || carried >= mostRemedied) continue;
    const made = remediesOf(judgement).map((remedy) => ({ title: remedy.title, forms: formsOf(remedy), limits: remedy.limits ?? [] }));
    if (made.length === 0) continue;
    texts.push([fingerprint, made]);
    times.set(rule, carried + 1);
  }
  return Object.fromEntries(texts);
}
