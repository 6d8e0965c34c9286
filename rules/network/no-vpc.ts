import { peers } from '../../graph/queries/peer.ts';
import { vpcCopy } from '../remedies/vpc-copy.ts';
import { rule } from '../rule.ts';
import { ofKindIn } from '../support/by-region.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready, unknown } from '../verdict.ts';

const network = (name = 'Network'): string => yaml`
  ${name}:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
`;

export const networkNoVpc = rule({
  id: 'network-no-vpc',
  title: 'Target region has no VPC prepared',
  on: 'vpc',
  needs: [],
  severity: severities('M/C/C/C'),
  why: 'Whatever runs in the VPC needs its subnets, routes, endpoints and security groups in the target region before it can start there.',
  fix: 'Deploy the network by the same template in both regions, with the same tiers, subnets in three zones and address ranges that do not overlap (an IPAM pool with the target region as locale).',
  effect: 'No effect on RPO. Blocks every start in the target: RTO grows by deploying the network for the first time, before anything else can begin.',
  remedy: vpcCopy,
  links: ['https://docs.aws.amazon.com/vpc/latest/ipam/what-it-is-ipam.html'],
  examples: {
    gap: [{ home: network() }],
    ready: [{ home: network(), target: network() }],
    unknown: [{ name: 'a VPC that may be its counterpart', home: network(), target: network('Other') }],
  },

  check(vpc, { intent: { target }, graph }) {
    const { name } = vpc;
    if (vpc.attributes.isDefault === true) return exempt(`${name} is the default VPC, which every region has and no workload should rely on.`);
    const [peer] = peers(graph, vpc, target);
    if (peer !== undefined) return ready(`${peer.resource.name} in ${target} is its counterpart.`);
    const others = ofKindIn(graph, 'vpc', target).filter(({ attributes }) => attributes.isDefault !== true);
    if (others.length === 0) return gap(`${target} has no VPC: nothing that was given declares one.`);
    return unknown(`${target} has ${listed(others.map((other) => other.name))}; whether that is the counterpart of ${name} nobody told us.`, { ask: 'The tag mr:counterpart on the VPC, with the other VPC’s id or ARN.' });
  },
});
