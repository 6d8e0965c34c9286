import { tagged } from '../../model/tag-table.ts';
import { guard } from './guard.ts';

export const pinned = guard({
  id: 'pinned',
  title: 'Kept in its region by decision',
  categories: ['data', 'config', 'artifact', 'compute', 'network', 'traffic', 'messaging', 'identity'],
  reason({ tags }) {
    const reason = tagged({ tags }, 'mr:pinned');
    return reason === undefined || reason === '' ? undefined : `It is tagged mr:pinned: ${reason}`;
  },
});
