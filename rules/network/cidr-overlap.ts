import { rule } from '../rule.ts';
import { ofKindIn } from '../support/by-region.ts';
import { overlap } from '../support/cidr.ts';
import { privatePath } from '../support/private-paths.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const network = (cidr: string, attached = ''): string => yaml`
  Network:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: ${cidr} }${attached}
`;
const attachment = '\nAttachment:\n  Type: AWS::EC2::TransitGatewayAttachment\n  Properties: { VpcId: !Ref Network, TransitGatewayId: tgw-0123456789abcdef0, SubnetIds: [] }';

export const networkCidrOverlap = rule({
  id: 'network-cidr-overlap',
  title: 'Address ranges of home and target overlap',
  on: 'vpc',
  needs: ['cidrBlocks'],
  severity: severities('M/H/C/C'),
  why: 'VPCs whose ranges overlap cannot be peered, and a transit gateway cannot route between them: replication and fail-back over private addresses are impossible.',
  fix: 'Give the target region’s VPC another range now, while it is empty, from an IPAM pool. Later only secondary ranges with private NAT, PrivateLink or VPC Lattice remain.',
  effect: 'Replication over private addresses cannot be set up, so that RPO of stores that need it is that of backups. RTO of failing over is not touched; failing back waits for new address ranges, which means rebuilding a network.',
  links: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html'],
  examples: {
    gap: [{ name: 'both are attached to transit gateways', home: `${network('10.0.0.0/16')}${attachment}`, target: `${network('10.0.128.0/17')}${attachment}` }],
    ready: [
      { home: network('10.0.0.0/16'), target: network('10.1.0.0/16') },
      { name: 'no VPC in the target', home: network('10.0.0.0/16') },
    ],
    unknown: [{ name: 'no path between them is declared', home: network('10.0.0.0/16'), target: network('10.0.0.0/16') }],
  },

  check(vpc, { intent: { target }, graph }) {
    const { name, attributes } = vpc;
    const clashes = ofKindIn(graph, 'vpc', target).flatMap((other) => {
      const [clash] = attributes.cidrBlocks.flatMap((own) => (other.attributes.cidrBlocks ?? []).filter((theirs) => overlap(own, theirs)).map((theirs) => `${own} and ${theirs}`));
      return clash === undefined ? [] : [{ other, clash, path: privatePath(graph, vpc, other) }];
    });
    const joined = clashes.find(({ path }) => path !== undefined);
    if (joined !== undefined) return gap(`${name} and ${joined.other.name} in ${target} are joined by ${joined.path?.name} and overlap: ${joined.clash}.`, { blocking: true });
    const [clash] = clashes;
    if (clash === undefined) return ready();
    return unknown(`${name} and ${clash.other.name} in ${target} overlap (${clash.clash}), which matters as soon as a private path between them is needed; none is declared.`, {
      ask: 'The peering or transit gateway that is to join them, or an exemption where none is to.',
    });
  },
});
