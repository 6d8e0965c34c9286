import { compareText } from '../../model/json.ts';
import type { Counts, Readiness } from '../../model/readiness.ts';
import { practices, questions, type PracticeId } from '../../rules/framework-practices.ts';
import { questionOf } from '../../rules/frameworks.ts';

export interface PracticeGroup {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** REL13: How do you plan for disaster recovery (DR)? */
  readonly question: string;
  readonly rules: readonly string[];
  readonly counts: Counts;
}

/** Verdicts by best practice of the Well-Architected Framework. A rule that serves two is counted under both. */
export function practiceGroups({ rules }: Pick<Readiness, 'rules'>): PracticeGroup[] {
  const served = new Map<PracticeId, Readiness['rules'][number][]>();
  for (const rule of rules) for (const id of rule.practices ?? []) if (Object.hasOwn(practices, id)) served.set(id as PracticeId, [...(served.get(id as PracticeId) ?? []), rule]);
  return [...served].sort(([a], [b]) => compareText(a, b)).map(([id, own]) => {
    const sum = (state: keyof Counts): number => own.reduce((total, { counts }) => total + counts[state], 0);
    const counts = { gap: sum('gap'), unknown: sum('unknown'), exempt: sum('exempt'), ready: sum('ready') };
    return { id, ...practices[id], question: `${questionOf(id)}: ${questions[questionOf(id)] ?? ''}`, rules: own.map((rule) => rule.id), counts };
  });
}
