import { between, type Criterion } from '../criterion.ts';

/** Storms, floods, earthquakes and power grids reach some hundreds of kilometres. */
const scale = { best: 800, worst: 100 } as const;

export const distance: Criterion = {
  id: 'distance',
  rate({ kilometres }) {
    return kilometres === undefined ? { value: undefined, why: 'its place is not published' } : { value: between(kilometres, scale), why: `${kilometres} km from home` };
  },
};
