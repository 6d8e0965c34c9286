import type { EstateView } from '../graph/view.ts';
import type { Intent } from '../model/intent.ts';
import { compareText } from '../model/json.ts';
import type { Judgement, Readiness } from '../model/readiness.ts';
import { causesOf } from './causes.ts';
import { prerequisitesOf } from './prerequisites.ts';

export interface Linked {
  readonly judgements: Judgement[];
  readonly causes: NonNullable<Readiness['causes']>;
}

/** Open gaps with what they follow from and what is to be closed before them. */
export function linked(judgements: readonly Judgement[], { view, intent }: { readonly view: EstateView; readonly intent: Intent }): Linked {
  const gaps = judgements.filter(({ state, baselined }) => state === 'gap' && baselined !== true);
  const causes = causesOf({ view, intent, gaps });
  const before = prerequisitesOf(view, gaps);
  return {
    judgements: judgements.map((judged) => {
      const cause = judged.state === 'gap' ? causes.get(judged.fingerprint) : undefined;
      const first = judged.state === 'gap' ? before.get(judged.fingerprint) : undefined;
      return cause === undefined && first === undefined ? judged : { ...judged, ...(cause === undefined ? {} : { cause }), ...(first === undefined ? {} : { before: [...first] }) };
    }),
    causes: told(gaps, causes),
  };
}

function told(gaps: readonly Judgement[], causes: ReadonlyMap<string, string>): Linked['causes'] {
  const following = Map.groupBy(gaps.filter(({ fingerprint }) => causes.has(fingerprint)), ({ fingerprint }) => causes.get(fingerprint) ?? '');
  return gaps
    .flatMap(({ fingerprint, rule, title, severity }) => {
      const others = following.get(fingerprint) ?? [];
      return others.length === 0 ? [] : [{ fingerprint, rule, title, severity, subjects: others.map((other) => ({ rule: other.rule, subject: other.subject, title: other.title })) }];
    })
    .sort((a, b) => b.subjects.length - a.subjects.length || compareText(a.fingerprint, b.fingerprint));
}
