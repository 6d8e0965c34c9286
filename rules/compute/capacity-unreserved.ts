import { peers } from '../../graph/queries/peer.ts';
import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { capacityReservation } from '../remedies/capacity-reservation.ts';
import { ofKindIn } from '../support/by-region.ts';
import { classesOf } from '../support/instance-classes.ts';
import { listed } from '../support/list.ts';
import { reservedIn } from '../support/reservations.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const group = (desired: number): string => yaml`
  Servers:
    Type: AWS::EC2::LaunchTemplate
    Properties: { LaunchTemplateData: { InstanceType: m7g.large } }
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: { AutoScalingGroupName: web, MinSize: '0', MaxSize: '20', DesiredCapacity: '${desired}', LaunchTemplate: { LaunchTemplateId: !Ref Servers, Version: '1' } }
`;
const reservation = (count: number, rest = ''): string => yaml`
  Reserved:
    Type: AWS::EC2::CapacityReservation
    Properties: { InstanceType: m7g.large, InstancePlatform: Linux/UNIX, AvailabilityZone: eu-west-1a, InstanceCount: ${count}${rest} }
`;

export const computeCapacityUnreserved = rule({
  id: 'compute-capacity-unreserved',
  title: 'Recovery counts on on-demand capacity that nobody reserved',
  on: ['autoscaling-group', 'eks-nodegroup'],
  needs: ['desiredCapacity'],
  severity: severities('-/M/H/M'),
  why: 'When a region is lost its users all ask for instances in the same few others at once, and on-demand capacity is promised to nobody without a reservation.',
  fix: 'Hold On-Demand Capacity Reservations in the target region for the instances that are missing there (other work may run in them meanwhile, and Savings Plans apply), let groups choose from several types and zones, or run more of them all the time.',
  effect: 'No effect on RPO. RTO has no upper bound: on-demand capacity is granted if there is any, and everybody else who leaves the home region asks at the same time.',
  remedy: capacityReservation,
  links: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-reservations.html', 'https://docs.aws.amazon.com/r53recovery/latest/dg/working-with-rs-execution-blocks.html'],
  examples: {
    gap: [
      { home: group(10), target: group(2) },
      { name: 'a reservation for fewer', home: group(10), target: `${group(2)}\n${reservation(3)}` },
      { name: 'a reservation that the group does not name', home: group(10), target: `${group(2)}\n${reservation(8, ', InstanceMatchCriteria: targeted')}` },
    ],
    ready: [
      { name: 'reserved', home: group(10), target: `${group(2)}\n${reservation(8)}` },
      { name: 'reserved, as a scan of the account says', home: group(10), target: group(2), learned: [{ type: 'offer', region: 'eu-west-1', what: 'reserved:111122223333/m7g.large', available: true, value: 8, source: { scanner: 'ec2', path: '111122223333' } }] },
      { name: 'as many run there already', home: group(10), target: group(10) },
    ],
    unknown: [{ name: 'nobody told what runs there', home: group(10), target: group(2).replace("DesiredCapacity: '2'", "DesiredCapacity: '{{resolve:ssm:/web/desired}}'") }],
  },

  /** What has no counterpart is compute-no-peer's business. Spot capacity is promised to nobody and cannot be reserved. */
  check(group, { intent: { target }, graph }) {
    const peer = peers(graph, group, target)[0]?.resource;
    if (peer === undefined || (peer.kind !== 'autoscaling-group' && peer.kind !== 'eks-nodegroup')) return undefined;
    if (group.kind === 'eks-nodegroup' && group.attributes.capacityType === 'SPOT') return undefined;
    const running = peer.attributes.desiredCapacity;
    if (running === undefined) return unknown(`Nobody told us how many instances ${peer.name} runs in ${target}.`);
    const missing = group.attributes.desiredCapacity - running;
    if (missing <= 0) return ready();
    const classes = classesOf(graph, peer);
    if (classes.length === 0) return unknown(`Nobody told us which instance types ${peer.name} starts in ${target}, so whether capacity is reserved for them is not known.`);
    const names = targetsOf(peer);
    const reserved = reservedIn(graph, { region: target, account: peer.account, classes, targeted: names.length > 0 });
    if (reserved >= missing) return ready(`Capacity for ${reserved} instances of ${listed(classes)} is reserved in ${target}.`);
    const idle = ofKindIn(graph, 'capacity-reservation', target).some(({ attributes }) => attributes.matching === 'targeted' && attributes.instanceClasses?.some((each) => classes.includes(each)) === true);
    const but = idle && names.length === 0 ? ' A targeted reservation exists there, but the group does not name it.' : '';
    return gap(`${peer.name} in ${target} has to start ${missing} more instances of ${listed(classes)} to carry what ${group.name} does, and ${reserved === 0 ? 'nothing that was given reserves capacity for them' : `capacity is reserved for ${reserved}`}.${but}`);
  },
});

/** Reservations that the group or its launch template names. */
function targetsOf(peer: Resource): readonly string[] {
  return peer.kind === 'autoscaling-group' ? (peer.attributes.capacityReservations ?? []) : [];
}
