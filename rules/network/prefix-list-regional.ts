import { peers } from '../../graph/queries/peer.ts';
import type { Resource } from '../../model/resource.ts';
import { prefixListCopy } from '../remedies/prefix-list-copy.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { judgeTies, ties, type Tie } from '../support/ties.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const list = (...ranges: readonly string[]): string => yaml`
  Partners:
    Type: AWS::EC2::PrefixList
    Properties: { PrefixListName: partners, AddressFamily: IPv4, MaxEntries: 10, Entries: [${ranges.map((range) => `{ Cidr: ${range} }`).join(', ')}] }
`;
const group = (id: string): string => yaml`
  Entry:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: x, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: ${id} }] }
`;

export const networkPrefixListRegional = rule({
  id: 'network-prefix-list-regional',
  title: 'Prefix list exists in the home region only, or differs',
  on: ['managed-prefix-list', 'security-group'],
  needs: [],
  severity: severities('L/H/H/H'),
  why: 'A prefix list applies to the region that it was created in. Rules and routes of the target region that need it cannot be created, or let in others than home does. Lists of AWS have another id in every region, too.',
  fix: 'Declare the list with the same entries in both regions, and look the lists of AWS up by name (com.amazonaws.global.cloudfront.origin-facing) in place of their pl- ids.',
  effect: 'No effect on RPO. Security groups and routes of the target that name the list cannot be created, or keep clients out: RTO grows by making the list and filling it.',
  remedy: prefixListCopy,
  links: ['https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html'],
  examples: {
    gap: [
      { home: list('203.0.113.0/24') },
      { name: 'an entry less', home: list('203.0.113.0/24', '198.51.100.0/24'), target: list('203.0.113.0/24') },
      { name: 'the same id in both regions', home: group('pl-0123456789abcdef0'), target: group('pl-0123456789abcdef0') },
    ],
    ready: [
      { home: list('203.0.113.0/24'), target: list('203.0.113.0/24') },
      { name: 'an id of each region', home: group('pl-3b927c52'), target: group('pl-4fa04526') },
    ],
    unknown: [
      { name: 'the entries are told at deployment', home: list('203.0.113.0/24'), target: list("'{{resolve:ssm:/partner}}'") },
      { name: 'no template says what the target names', home: group('pl-3b927c52') },
    ],
  },

  check(resource, context) {
    if (resource.kind === 'security-group') return (resource.attributes.prefixLists ?? []).length === 0 ? undefined : judgeTies(resource, tiesOf, context);
    const { name, attributes: { cidrs } } = resource;
    const { target } = context.intent;
    const peer = peers(context.graph, resource, target)[0]?.resource;
    if (peer?.kind !== 'managed-prefix-list') return gap(`${name} has no counterpart in ${target}: nothing that was given declares one.`);
    const there = peer.attributes.cidrs;
    if (cidrs === undefined || there === undefined) return unknown(`Nobody told us the entries of ${cidrs === undefined ? name : `${peer.name} in ${target}`}.`);
    const missing = cidrs.filter((range) => !there.includes(range));
    const extra = there.filter((range) => !cidrs.includes(range));
    if (missing.length > 0) return gap(`${peer.name} in ${target} lacks ${listed(missing)}.`);
    return extra.length > 0 ? gap(`${peer.name} in ${target} has ${listed(extra)}, which home does not.`) : ready();
  },
});

const tiesOf = (resource: Resource): Tie[] => (resource.kind === 'security-group' ? ties('prefix list', resource.attributes.prefixLists, 'AWS::EC2::PrefixList') : []);
