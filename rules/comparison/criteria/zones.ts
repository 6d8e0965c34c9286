import type { Criterion } from '../criterion.ts';

export const zones: Criterion = {
  id: 'zones',
  rate({ region }) {
    const count = region?.azIds.length ?? 0;
    return count === 0 ? { value: undefined, why: 'nobody told us its zones' } : { value: count >= 3 ? 1 : (count - 1) / 4, why: `${count} zones; an account may see fewer` };
  },
};
