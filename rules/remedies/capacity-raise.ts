import { peers } from '../../graph/queries/peer.ts';
import type { Resource } from '../../model/resource.ts';
import type { CliCall, MakeRemedy, Remedy, TemplatePiece } from '../remedy.ts';
import { capacityFloor } from '../support/capacity-floor.ts';
import { logicalId, nameLimit } from './words.ts';

/** The home region's maximum, and its share of what runs, for the counterpart in the target. */
export const capacityRaise: MakeRemedy = (group, { intent: { target, strategy }, graph, options }) => {
  const peer = peers(graph, group, target)[0]?.resource;
  if (peer === undefined) return undefined;
  const [here, there] = [capacityOf(group), capacityOf(peer)];
  if (here === undefined || there === undefined) return undefined;
  const desired = Math.max(there.desired ?? 0, capacityFloor(here.desired ?? 0, strategy, options));
  const max = Math.max(here.max ?? 0, there.max ?? 0, desired);
  return capacityChange(peer, { target, title: 'max' in there ? `Let ${peer.name} in ${target} grow to ${max}, and run ${desired}` : `Run ${desired} tasks of ${peer.name} in ${target}`, numbers: { desired, max } });
};

interface Numbers {
  readonly desired?: number | undefined;
  readonly max?: number | undefined;
}

/** Sets how many a group, service or node group of the target runs, and how many it may. */
export function capacityChange(peer: Resource, { target, title, numbers }: { readonly target: string; readonly title: string; readonly numbers: Numbers }): Remedy {
  const { properties, call, note } = changeOf(peer, numbers);
  return {
    title,
    cloudformation: [{ region: target, merge: true, note: `merge these properties into ${peer.name}, by a parameter for each region where both have one template`, resources: { [logicalId(peer.name)]: { Type: peer.resourceType, Properties: properties } } }],
    cli: [{ region: target, words: call, ...(note === undefined ? {} : { note }) }],
    limits: [...nameLimit(peer), 'The next deployment puts back what the template says: change both.', 'Terraform: set the same numbers in the resource that declares it.'],
  };
}

interface Change {
  readonly properties: TemplatePiece['resources'][string];
  readonly call: CliCall['words'];
  readonly note?: string;
}

/** The members of a template and the call that set the numbers. */
function changeOf(peer: Resource, { desired, max }: Numbers): Change {
  const inCluster = 'Put the cluster of the target in place of CLUSTER where it stands';
  if (peer.kind === 'eks-nodegroup') {
    const scaling = { ...(max === undefined ? {} : { maxSize: max }), ...(desired === undefined ? {} : { desiredSize: desired }) };
    const call: CliCall['words'] = ['eks', 'update-nodegroup-config', '--cluster-name', clusterOf(peer.attributes.cluster), '--nodegroup-name', peer.name, '--scaling-config', Object.entries(scaling).map((pair) => pair.join('=')).join(',')];
    return { properties: { ScalingConfig: { ...(max === undefined ? {} : { MaxSize: max }), ...(desired === undefined ? {} : { DesiredSize: desired }) } }, call, note: inCluster };
  }
  if (peer.kind === 'ecs-service') {
    const call: CliCall['words'] = ['ecs', 'update-service', '--cluster', clusterOf(peer.attributes.cluster?.split('/').at(-1)), '--service', peer.name, '--desired-count', String(desired ?? 0)];
    return { properties: { DesiredCount: desired ?? 0 }, call, note: inCluster };
  }
  return {
    properties: { ...(max === undefined ? {} : { MaxSize: String(max) }), ...(desired === undefined ? {} : { DesiredCapacity: String(desired) }) },
    call: ['autoscaling', 'update-auto-scaling-group', '--auto-scaling-group-name', peer.name, ...(max === undefined ? [] : ['--max-size', String(max)]), ...(desired === undefined ? [] : ['--desired-capacity', String(desired)])],
  };
}

function capacityOf(resource: Resource): { readonly desired?: number | undefined; readonly max?: number | undefined } | undefined {
  if (resource.kind === 'autoscaling-group' || resource.kind === 'eks-nodegroup') return { desired: resource.attributes.desiredCapacity, max: resource.attributes.maxCapacity };
  return resource.kind === 'ecs-service' ? { desired: resource.attributes.desiredCapacity } : undefined;
}

/** A symbol stands for a name that is known after deployment. */
const clusterOf = (cluster = '⟦'): string => (cluster.includes('⟦') ? 'CLUSTER' : cluster);
