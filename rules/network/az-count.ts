import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { zoneSubnets } from '../remedies/zone-subnets.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const network = (...zones: readonly string[]): string => `${yaml`
  Network:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
`}\n${zones.map((zone, index) => yaml`
  Subnet${index}:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Network, CidrBlock: 10.0.${index}.0/24, AvailabilityZone: '${zone}' }
`).join('\n')}`;
const home = network('us-east-1a', 'us-east-1b', 'us-east-1c');

export const networkAzCount = rule({
  id: 'network-az-count',
  title: 'VPC in the target region spans too few Availability Zones',
  on: 'vpc',
  needs: [],
  severity: severities('L/M/H/H'),
  why: 'A standby in fewer zones than home is less available than home, and quorum systems of three cannot be placed in two.',
  fix: 'Create subnets in three zones (by Fn::GetAZs or zone id, never by a literal name), and check that the classes in use exist in each of them.',
  effect: 'No effect on RPO. RTO holds until a zone of the target fails: with less than home’s zones that is an outage again, and what needs three of them does not start.',
  remedy: zoneSubnets,
  links: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html'],
  examples: {
    gap: [{ home, target: network('eu-west-1a', 'eu-west-1b') }],
    ready: [{ home, target: network('eu-west-1a', 'eu-west-1b', 'eu-west-1c') }],
    unknown: [{ name: 'a zone is told at deployment', home, target: network('eu-west-1a', 'eu-west-1b', '{{resolve:ssm:/zone}}') }],
  },

  /** A VPC without counterpart is network-no-vpc's business; one without subnets places nothing. */
  check(vpc, { intent: { target }, graph }) {
    const peer = peers(graph, vpc, target)[0]?.resource;
    if (peer === undefined) return undefined;
    const here = zonesOf(graph, vpc);
    const there = zonesOf(graph, peer);
    if (here.zones.size === 0) return undefined;
    const wanted = Math.max(2, Math.min(3, here.zones.size));
    if (there.zones.size >= wanted) return ready();
    if (there.untold > 0) return unknown(`Nobody told us the zones of ${there.untold} subnets of ${peer.name} in ${target}.`);
    return gap(`${peer.name} in ${target} has subnets in ${there.zones.size} Availability ${there.zones.size === 1 ? 'Zone' : 'Zones'}, ${vpc.name} in ${here.zones.size}.`);
  },
});

function zonesOf(graph: EstateView, { id }: Resource): { readonly zones: ReadonlySet<string>; readonly untold: number } {
  const subnets = graph.out(id, 'contains').flatMap(({ to }) => {
    const subnet = graph.resource(to);
    return subnet?.kind === 'subnet' ? [subnet] : [];
  });
  const told = subnets.map(({ attributes }) => attributes.availabilityZoneId ?? attributes.availabilityZone);
  return { zones: new Set(told.filter((zone) => zone !== undefined)), untold: told.filter((zone) => zone === undefined).length };
}
