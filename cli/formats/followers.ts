import type { Judgement } from '../../model/readiness.ts';
import { isOpen } from './words.ts';

export interface Followers {
  /** Open gaps that follow from no other one that is shown. */
  readonly roots: readonly Judgement[];
  /** What follows from a gap, in words; undefined where nothing does. */
  told(gap: Judgement): string | undefined;
}

const most = 6;

/** One cause, one entry: gaps that follow from another one are told with it. */
export function followersOf(judgements: readonly Judgement[]): Followers {
  const open = judgements.filter(isOpen);
  const shown = new Set(open.map(({ fingerprint }) => fingerprint));
  const following = Map.groupBy(open.filter(({ cause }) => cause !== undefined && shown.has(cause)), ({ cause = '' }) => cause);
  return {
    roots: open.filter(({ cause }) => cause === undefined || !shown.has(cause)),
    told({ fingerprint }) {
      const others = following.get(fingerprint) ?? [];
      if (others.length === 0) return undefined;
      const named = others.slice(0, most).map(({ rule, title }) => `${title} (${rule})`);
      return `The same cause: ${named.join(', ')}${others.length > most ? ` and ${others.length - most} more` : ''}.`;
    },
  };
}
