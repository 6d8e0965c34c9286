import { tagged } from '../../model/tag-table.ts';
import { guard } from './guard.ts';

const retiredStates = new Set(['decommission', 'decommissioned', 'retired', 'deprecated', 'to-be-deleted']);

export const retired = guard({
  id: 'retired',
  title: 'On its way out',
  categories: ['data', 'config', 'artifact', 'compute', 'network', 'traffic', 'messaging', 'identity', 'operations'],
  reason({ tags }) {
    const state = tagged({ tags }, 'mr:lifecycle') ?? tags['lifecycle'];
    return state !== undefined && retiredStates.has(state.toLowerCase()) ? `It is tagged as ${state}.` : undefined;
  },
});
