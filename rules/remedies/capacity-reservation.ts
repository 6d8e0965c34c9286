import { peers } from '../../graph/queries/peer.ts';
import type { MakeRemedy } from '../remedy.ts';
import { classesOf } from '../support/instance-classes.ts';
import { label, logicalId } from './words.ts';

/** A reservation in the target for the instances that a group there still has to start. */
export const capacityReservation: MakeRemedy = (group, { intent: { target }, graph }) => {
  if (group.kind !== 'autoscaling-group' && group.kind !== 'eks-nodegroup') return undefined;
  const peer = peers(graph, group, target)[0]?.resource;
  if (peer === undefined || (peer.kind !== 'autoscaling-group' && peer.kind !== 'eks-nodegroup')) return undefined;
  const [type] = classesOf(graph, peer);
  const count = (group.attributes.desiredCapacity ?? 0) - (peer.attributes.desiredCapacity ?? 0);
  if (type === undefined || count < 1) return undefined;
  const zone = `${target}a`;
  return {
    title: `Reserve ${count} instances of ${type} in ${target}`,
    cloudformation: [{
      region: target,
      resources: { [logicalId(group.name, 'Reservation')]: { Type: 'AWS::EC2::CapacityReservation', Properties: { InstanceType: type, InstancePlatform: 'Linux/UNIX', AvailabilityZone: zone, InstanceCount: count, InstanceMatchCriteria: 'open', EndDateType: 'unlimited' } } },
    }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'resource', labels: ['aws_ec2_capacity_reservation', label(group.name)], body: { provider: { $expression: 'aws.target' }, instance_type: type, instance_platform: 'Linux/UNIX', availability_zone: zone, instance_count: count, instance_match_criteria: 'open', end_date_type: 'unlimited' } },
    ],
    cli: [{ region: target, words: ['ec2', 'create-capacity-reservation', '--instance-type', type, '--instance-platform', 'Linux/UNIX', '--availability-zone', zone, '--instance-count', String(count), '--instance-match-criteria', 'open', '--end-date-type', 'unlimited'] }],
    limits: [
      'A reservation is for one zone and one platform: split it over the zones of the group, and name the platform of its image.',
      'It is paid like running instances from the minute that it is active; other work may run in it meanwhile.',
    ],
  };
};
