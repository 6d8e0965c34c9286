import type { EstateView } from '../../graph/view.ts';
import { requestsAcross } from '../../graph/queries/region-crossings.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { privatePath } from '../support/private-paths.ts';
import { severities } from '../support/severities.ts';
import { vpcOf } from '../support/vpc-of.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

const network = (range: string, rest = ''): string => `${yaml`
  Network:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: ${range} }
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Network, CidrBlock: ${range}, AvailabilityZone: !Select [0, !GetAZs ''] }
`}${rest === '' ? '' : `\n${rest}`}`;
const database = (subnet = '!Ref Subnet'): string => yaml`
  Group:
    Type: AWS::RDS::DBSubnetGroup
    Properties: { DBSubnetGroupDescription: x, SubnetIds: [${subnet}] }
  Store:
    Type: AWS::RDS::DBInstance
    Properties: { DBInstanceIdentifier: store, Engine: postgres, DBSubnetGroupName: !Ref Group }
`;
const reader = yaml`
  Reader:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: reader, VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [] }, Environment: { Variables: { HOST: store.abc123.us-east-1.rds.amazonaws.com } } }
`;
const hub = (peering = ''): string => `${yaml`
  Hub:
    Type: AWS::EC2::TransitGateway
  Attachment:
    Type: AWS::EC2::TransitGatewayAttachment
    Properties: { VpcId: !Ref Network, TransitGatewayId: !Ref Hub, SubnetIds: [!Ref Subnet] }
`}${peering}`;
const peered = `\n${yaml`
  Peering:
    Type: AWS::EC2::TransitGatewayPeeringAttachment
    Properties: { TransitGatewayId: !Ref Hub, PeerTransitGatewayId: tgw-0123456789abcdef0, PeerRegion: us-east-1, PeerAccountId: '111122223333' }
`}`;

export const networkNoInterregionPath = rule({
  id: 'network-no-interregion-path',
  title: 'No private path between networks that need each other',
  on: 'estate',
  severity: severities('-/H/H/H'),
  why: 'Something in one region asks for something that only answers inside of a VPC of the other one, and nothing joins the two networks: replication that you run yourself, migration and fail-back stop there.',
  fix: 'Peer the VPCs where there are few (peering is not transitive), peer the transit gateways where there are many, or use Cloud WAN; add routes and rules on both sides. Replication that a service runs itself needs no path.',
  effect: 'What you replicate yourselves does not arrive in the target, so that its RPO is everything. RTO of the failover is not touched where nothing at home is asked; failing back waits for the path.',
  links: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html', 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html'],
  examples: {
    gap: [
      { name: 'a database of the home region, read from the target', home: network('10.0.0.0/16', database()), target: network('10.1.0.0/16', reader) },
      { name: 'transit gateways that are not peered', home: network('10.0.0.0/16', `${database()}\n${hub()}`), target: network('10.1.0.0/16', `${reader}\n${hub()}`) },
    ],
    ready: [{ name: 'transit gateways that are peered', home: network('10.0.0.0/16', `${database()}\n${hub()}`), target: network('10.1.0.0/16', `${reader}\n${hub(peered)}`) }],
    unknown: [{ name: 'a VPC that nobody described', home: database('subnet-0123456789abcdef0'), target: network('10.1.0.0/16', reader) }],
  },

  /** One verdict for each pair of networks. What answers on public addresses or through the service's own API needs no path. */
  *check(view, { intent: { home, target } }): Iterable<EstateSubject> {
    const pairs = new Map<string, EstateSubject>();
    const isBetween = (a: Resource, b: Resource): boolean => (a.region === target && home.includes(b.region ?? '')) || (b.region === target && home.includes(a.region ?? ''));
    for (const { from, to } of requestsAcross(view)) {
      const user = view.resource(from);
      const used = view.resource(to);
      if (user === undefined || used === undefined || !isBetween(user, used) || !answersInside(used)) continue;
      const [a, b] = [vpcOf(view, user), vpcOf(view, used)];
      if (a === undefined || b === undefined) continue;
      const key = [a === 'untold' ? from : a.id, b === 'untold' ? to : b.id].sort(compareText).join(' ');
      if (pairs.has(key)) continue;
      pairs.set(key, { subject: `path:${key}`, title: `${user.name} → ${used.name}`, resources: [from, to], verdict: judge(view, { user, used, ends: [a, b] }) });
    }
    yield* [...pairs].sort(([a], [b]) => compareText(a, b)).map(([, subject]) => subject);
  },
});

interface Pair {
  readonly user: Resource;
  readonly used: Resource;
  /** Their VPCs. */
  readonly ends: readonly [Resource | 'untold', Resource | 'untold'];
}

function judge(view: EstateView, { user, used, ends: [a, b] }: Pair): Verdict {
  const need = `${user.name} in ${user.region} needs ${used.name} in ${used.region}`;
  if (a === 'untold' || b === 'untold') return unknown(`${need}; in which VPC ${a === 'untold' ? user.name : used.name} is nobody told us, so whether a private path joins them is not known.`);
  const path = privatePath(view, a, b);
  if (path === undefined) return gap(`${need}, and nothing that was given joins their networks.`);
  if (!path.resourceType.includes('TransitGateway')) return ready(`${path.name} joins their networks.`);
  const regions = new Set([a.region, b.region]);
  const peerings = view.ofKind('transit-gateway-peering-attachment').filter(({ region }) => region === undefined || regions.has(region));
  if (peerings.some(({ region, attributes: { peerRegion } }) => region !== peerRegion && regions.has(peerRegion))) return ready('Their transit gateways are peered.');
  if (peerings.some(({ attributes: { peerRegion } }) => peerRegion === undefined)) return unknown(`${need}; to which region their transit gateway is peered nobody told us.`);
  return gap(`${need}; both networks have a transit gateway, and nothing that was given peers the two.`);
}

/** Kinds that are reached inside of their VPC only. */
const inside = new Set(['elasticache-replication-group', 'elasticache-serverless-cache', 'memorydb-cluster', 'rds-cluster', 'rds-instance', 'docdb-cluster', 'neptune-cluster', 'redshift-cluster', 'msk-cluster', 'mq-broker', 'opensearch-domain', 'efs-file-system', 'ec2-instance']);

function answersInside(used: Resource): boolean {
  if (used.kind === 'load-balancer') return used.attributes.internal === true;
  return used.kind !== undefined && inside.has(used.kind);
}
