import type { Criterion } from '../criterion.ts';
import { isRegionFact } from '../lacks.ts';

export const offer: Criterion = {
  id: 'offer',
  rate({ readiness: { judgements } }) {
    const facts = judgements.filter(({ rule, state }) => isRegionFact(rule) && state !== 'exempt');
    const there = facts.filter(({ state }) => state === 'ready').length;
    const missing = facts.filter(({ state }) => state === 'gap').length;
    if (facts.length === 0) return { value: undefined, why: 'nothing in the estate depends on what a region offers' };
    return { value: there / facts.length, why: `${there} of ${facts.length} services, types, classes and features in use are offered, ${missing} are not, of ${facts.length - there - missing} nobody told` };
  },
};
