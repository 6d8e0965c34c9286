import type { Judgement } from '../../model/readiness.ts';
import { shareCause } from '../../model/share-cause.ts';
import { isOpen } from './words.ts';

export interface Followers {
  /** Open gaps that follow from no other one that is shown. */
  readonly roots: readonly Judgement[];
  /** What follows from a gap, in words; undefined where nothing does. */
  told(gap: Judgement): string | undefined;
  /** What is to be closed before a gap, in words, but for what is closed with it; undefined where nothing is. */
  first(gap: Judgement): string | undefined;
}

const most = 6;
const mostBefore = 3;

/** One cause, one entry: gaps that follow from another one are told with it. */
export function followersOf(judgements: readonly Judgement[]): Followers {
  const open = judgements.filter(isOpen);
  const shown = new Map(open.map((gap) => [gap.fingerprint, gap]));
  const following = Map.groupBy(open.filter(({ cause }) => cause !== undefined && shown.has(cause)), ({ cause = '' }) => cause);
  return {
    roots: open.filter(({ cause }) => cause === undefined || !shown.has(cause)),
    told({ fingerprint }) {
      const others = following.get(fingerprint) ?? [];
      if (others.length === 0) return undefined;
      return `The same cause: ${namesOf(others, most)}.`;
    },
    first(gap) {
      const others = (gap.before ?? []).flatMap((fingerprint) => shown.get(fingerprint) ?? []).filter((other) => !shareCause(gap, other));
      return others.length === 0 ? undefined : `Close first: ${namesOf(others, mostBefore)}.`;
    },
  };
}

const namesOf = (gaps: readonly Judgement[], limit: number): string =>
  `${gaps.slice(0, limit).map(({ rule, title }) => `${title} (${rule})`).join(', ')}${gaps.length > limit ? ` and ${gaps.length - limit} more` : ''}`;

/** What gaps of one rule cost while they are open: one text, or several where services differ in their strategy. */
export const costsOf = (gaps: readonly Judgement[]): string | undefined => [...new Set(gaps.flatMap(({ effect }) => effect ?? []))].join(' ') || undefined;
