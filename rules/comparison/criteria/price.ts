import type { Criterion } from '../criterion.ts';

export const price: Criterion = {
  id: 'price',
  rate({ price: index, cheapest }) {
    if (index === undefined || cheapest === undefined) return { value: undefined, why: 'no price index was given' };
    return { value: cheapest / index, why: `price index ${index}, the cheapest candidate has ${cheapest}` };
  },
};
