import { peers } from '../../graph/queries/peer.ts';
import type { MakeRemedy } from '../remedy.ts';
import { nameLimit } from './words.ts';

/** The home region's maximum, and its share of what runs, for the counterpart in the target. */
export const capacityRaise: MakeRemedy = (group, { intent: { target, strategy }, graph }) => {
  const peer = peers(graph, group, target)[0]?.resource;
  const share = strategy === 'active-active' ? 1 : strategy === 'warm-standby' ? 0.2 : 0;
  if (group.kind === 'autoscaling-group' && peer?.kind === 'autoscaling-group') {
    const desired = wanted(group.attributes.desiredCapacity, peer.attributes.desiredCapacity, share);
    const max = Math.max(group.attributes.maxCapacity ?? 0, peer.attributes.maxCapacity ?? 0, desired);
    return {
      title: `Let ${peer.name} in ${target} grow to ${max}, and run ${desired}`,
      cli: [{ region: target, words: ['autoscaling', 'update-auto-scaling-group', '--auto-scaling-group-name', peer.name, '--max-size', String(max), '--desired-capacity', String(desired)] }],
      limits: [...nameLimit(peer), ...inTemplate],
    };
  }
  if (group.kind === 'eks-nodegroup' && peer?.kind === 'eks-nodegroup') {
    const desired = wanted(group.attributes.desiredCapacity, peer.attributes.desiredCapacity, share);
    const max = Math.max(group.attributes.maxCapacity ?? 0, peer.attributes.maxCapacity ?? 0, desired);
    return {
      title: `Let ${peer.name} in ${target} grow to ${max}, and run ${desired}`,
      cli: [{ region: target, words: ['eks', 'update-nodegroup-config', '--cluster-name', clusterOf(peer.attributes.cluster), '--nodegroup-name', peer.name, '--scaling-config', `maxSize=${max},desiredSize=${desired}`], note: 'Put the cluster of the target in place of CLUSTER where it stands' }],
      limits: [...nameLimit(peer), ...inTemplate],
    };
  }
  if (group.kind !== 'ecs-service' || peer?.kind !== 'ecs-service') return undefined;
  const desired = wanted(group.attributes.desiredCapacity, peer.attributes.desiredCapacity, share);
  return {
    title: `Run ${desired} tasks of ${peer.name} in ${target}`,
    cli: [{ region: target, words: ['ecs', 'update-service', '--cluster', clusterOf(peer.attributes.cluster?.split('/').at(-1)), '--service', peer.name, '--desired-count', String(desired)], note: 'Put the cluster of the target in place of CLUSTER where it stands' }],
    limits: [...nameLimit(peer), ...inTemplate],
  };
};

const inTemplate = ['Set the same numbers in the template of the target, by a parameter for each region: the next deployment puts back what the template says.', 'The share of the home capacity is the rule’s default; the option floorPercent may ask for another.'];

/** A symbol stands for a name that is known after deployment. */
const clusterOf = (cluster = '⟦'): string => (cluster.includes('⟦') ? 'CLUSTER' : cluster);

const wanted = (home = 0, now = 0, share = 0): number => Math.max(now, share === 1 ? home : Math.min(home, share === 0 ? 0 : Math.max(2, Math.ceil(home * share))));
