import { tagged } from '../../model/tag-table.ts';
import { guard } from './guard.ts';

const disposable = new Set(['cache', 'scratch', 'derived', 'session-disposable']);

export const ephemeral = guard({
  id: 'ephemeral',
  title: 'Data that can be lost or made again',
  categories: ['data', 'artifact'],
  reason({ tags }) {
    if (tagged({ tags }, 'mr:ephemeral') === 'true') return 'It is tagged mr:ephemeral=true: its data can be lost or made again.';
    const dataClass = tagged({ tags }, 'mr:data-class');
    return dataClass !== undefined && disposable.has(dataClass) ? `It is tagged mr:data-class=${dataClass}: its data can be made again.` : undefined;
  },
});
