import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { capacityRaise } from '../remedies/capacity-raise.ts';
import { rule } from '../rule.ts';
import { capacityFloor, floorOptions } from '../support/capacity-floor.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const group = (desired: number, max: number): string => yaml`
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: { AutoScalingGroupName: web, MinSize: '0', DesiredCapacity: '${desired}', MaxSize: '${max}' }
`;

const nodes = (desired: number): string => yaml`
  Nodes:
    Type: AWS::EKS::Nodegroup
    Properties: { ClusterName: shop, NodegroupName: web, NodeRole: 'arn:aws:iam::111122223333:role/node', Subnets: [], ScalingConfig: { MinSize: 0, DesiredSize: ${desired}, MaxSize: 20 } }
`;

const tasks = (most: number): string => yaml`
  Shop:
    Type: AWS::ECS::Service
    Properties: { ServiceName: shop, Cluster: main, DesiredCount: 4 }
  Scaling:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: { ServiceNamespace: ecs, ScalableDimension: 'ecs:service:DesiredCount', ResourceId: !Sub 'service/main/\${Shop.Name}', MinCapacity: 2, MaxCapacity: ${most} }
`;

export const computeCapacityFloor = rule({
  id: 'compute-capacity-floor',
  title: 'Capacity in the target region is below what the strategy needs',
  on: ['autoscaling-group', 'ecs-service', 'eks-nodegroup'],
  needs: ['desiredCapacity'],
  severity: severities('-/L/H/C'),
  why: 'Growing is a call to a control plane at the worst moment, and each minute of it counts towards the recovery time. A maximum below the home region’s cannot be outgrown at all.',
  fix: 'Raise the maximum to the home region’s and what runs to the floor of the strategy (by default 20 % and two for a warm standby, all of it for active-active), and let a recovery plan scale the rest.',
  effect: {
    otherwise: 'No effect on RPO. What is missing must be started during recovery: RTO grows by minutes for launching and registering it, and is open if the maximum is below what traffic needs.',
    'active-active': 'No effect on RPO. Traffic of the lost region arrives at once, and the target is overloaded until it has grown: the RTO near zero that the strategy promises becomes minutes, or an outage of both regions.',
  },
  remedy: capacityRaise,
  links: ['https://docs.aws.amazon.com/r53recovery/latest/dg/working-with-rs-execution-blocks.html'],
  options: floorOptions,
  examples: {
    gap: [
      { name: 'one instance for ten', home: group(10, 20), target: group(1, 20) },
      { name: 'fewer nodes of Kubernetes', home: nodes(10), target: nodes(1) },
      { name: 'a lower maximum', home: group(10, 20), target: group(4, 5) },
      { name: 'tasks that may not grow as far', home: tasks(24), target: tasks(4) },
    ],
    ready: [
      { home: group(10, 20), target: group(2, 20) },
      { name: 'a pilot light runs nothing', strategy: 'pilot-light', home: group(10, 20), target: group(0, 20) },
    ],
    unknown: [{ name: 'capacity is told at deployment', home: group(10, 20), target: group(10, 20).replace("'10'", "'{{resolve:ssm:/web/capacity}}'") }],
  },

  /** What has no counterpart is compute-no-peer's business. */
  check(resource, { intent: { target, strategy }, graph, options }) {
    const peer = peers(graph, resource, target)[0]?.resource;
    if (peer === undefined) return undefined;
    const here = capacityOf(graph, resource);
    const there = capacityOf(graph, peer);
    const wanted = capacityFloor(here.desired ?? 0, strategy, options);
    if (wanted > 0 && there.desired === undefined) return unknown(`Nobody told us how many ${peer.name} runs in ${target}.`);
    const short = [
      ...(there.desired !== undefined && there.desired < wanted ? [`runs ${there.desired} where ${strategy === 'active-active' ? 'all' : 'the floor'} of ${here.desired} is ${wanted}`] : []),
      ...(here.max !== undefined && there.max !== undefined && there.max < here.max ? [`may grow to ${there.max} where home may to ${here.max}`] : []),
    ];
    return short.length === 0 ? ready() : gap(`${peer.name} in ${target} ${listed(short)}.`);
  },
});

function capacityOf(graph: EstateView, resource: Resource): { readonly desired?: number | undefined; readonly max?: number | undefined } {
  if (resource.kind === 'autoscaling-group' || resource.kind === 'eks-nodegroup') return { desired: resource.attributes.desiredCapacity, max: resource.attributes.maxCapacity };
  if (resource.kind !== 'ecs-service') return {};
  const scaling = graph.in(resource.id, 'attaches').map(({ from }) => graph.resource(from)).find((each) => each?.kind === 'scalable-target');
  return { desired: resource.attributes.desiredCapacity, max: scaling?.kind === 'scalable-target' ? scaling.attributes.maxCapacity : undefined };
}
