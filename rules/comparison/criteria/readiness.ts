import type { Criterion } from '../criterion.ts';

export const readiness: Criterion = {
  id: 'readiness',
  rate({ readiness: { score } }) {
    const { percent } = score;
    return percent === null ? { value: undefined, why: 'nothing was judged' } : { value: percent / 100, why: `readiness score ${percent} %` };
  },
};
