import { peers } from '../../graph/queries/peer.ts';
import type { MakeRemedy } from '../remedy.ts';
import { capacityChange } from './capacity-raise.ts';

/** The counterpart in the target may grow as far as home before the day of the peak. */
export const capacityPeak: MakeRemedy = (group, { intent: { target }, graph }) => {
  const peer = peers(graph, group, target)[0]?.resource;
  if (group.kind !== 'autoscaling-group' || peer?.kind !== 'autoscaling-group') return undefined;
  const max = Math.max(group.attributes.maxCapacity ?? 0, peer.attributes.maxCapacity ?? 0);
  return capacityChange(peer, { target, title: `Let ${peer.name} in ${target} grow to ${max}`, numbers: { desired: peer.attributes.desiredCapacity, max } });
};
