import { peers } from '../../graph/queries/peer.ts';
import type { MakeRemedy } from '../remedy.ts';
import { capacityFloor } from '../support/capacity-floor.ts';
import { capacityChange } from './capacity-raise.ts';

/** What the strategy asks of the standby, and no more. */
export const capacityLower: MakeRemedy = (group, { intent: { target, strategy }, graph }) => {
  const peer = peers(graph, group, target)[0]?.resource;
  if ((group.kind !== 'autoscaling-group' && group.kind !== 'ecs-service') || (peer?.kind !== 'autoscaling-group' && peer?.kind !== 'ecs-service')) return undefined;
  const desired = capacityFloor(group.attributes.desiredCapacity ?? 0, strategy, {});
  const max = peer.kind === 'autoscaling-group' ? peer.attributes.maxCapacity : undefined;
  return capacityChange(peer, { target, title: `Run ${desired} of ${peer.name} in ${target}`, numbers: { desired, max } });
};
