import { peers } from '../../graph/queries/peer.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { listed } from '../support/list.ts';
import { placeOf } from '../support/places.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const group = (source: string, name = 'Database'): string => yaml`
  ${name}:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupName: ${name.toLowerCase()}, GroupDescription: x, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: ${source} }] }
`;
const web = yaml`
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: x }
`;

export const networkSgCrossRegionRef = rule({
  id: 'network-sg-cross-region-ref',
  title: 'Rule names a security group of another region',
  on: 'estate',
  severity: severities('-/H/H/H'),
  why: 'A rule can name groups of its own region only, also where the VPCs are peered or share a transit gateway: it cannot be created in the target region, or lets nothing in.',
  fix: 'Refer to the group that the same stack declares in each region, and let the other region in by its address range or a managed prefix list.',
  effect: 'No effect on RPO. The rule cannot be created in the target, or lets nothing in there: RTO grows by a change of the rule by whoever finds out why connections time out.',
  links: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html'],
  examples: {
    gap: [{ name: 'the same id in both regions', home: group('sg-0123456789abcdef0'), target: group('sg-0123456789abcdef0') }],
    ready: [
      { name: 'the group of each stack', home: `${group('!GetAtt Web.GroupId')}\n${web}`, target: `${group('!GetAtt Web.GroupId')}\n${web}` },
      { name: 'an id of each region', home: group('sg-0123456789abcdef0'), target: group('sg-0fedcba9876543210') },
    ],
    unknown: [{ name: 'no template says what the target names', home: group('sg-0123456789abcdef0') }],
  },

  /** Groups of home and target: one in the target may name one at home. */
  *check(view, { intent: { home, target } }): Iterable<EstateSubject> {
    for (const group of view.ofKind('security-group')) {
      const { id, name, region, attributes: { groups = [] } } = group;
      if (region === undefined || groups.length === 0 || (region !== target && !home.includes(region))) continue;
      const places = groups.map((to) => ({ to, ...placeOf(view, to, { from: group, type: 'AWS::EC2::SecurityGroup' }) }));
      const away = places.filter((place) => place.region !== undefined && place.region !== region);
      const subject = { subject: id, title: name, resources: [id] };
      if (away.length > 0) {
        yield { ...subject, verdict: gap(`${name} in ${region} names ${listed(away.map((place) => `${place.name} in ${place.region}`))}.`) };
        continue;
      }
      if (region === target) continue;
      // An id that nothing describes is of the region that names it first, which is home.
      const ids = places.filter(({ to, resource }) => resource === undefined && /^sg-[0-9a-f]+$/.test(to)).map(({ to }) => to);
      const peer = peers(view, group, target)[0]?.resource;
      const same = peer?.kind === 'security-group' ? ids.filter((to) => peer.attributes.groups?.includes(to) === true) : [];
      if (same.length > 0) yield { ...subject, verdict: gap(`${peer?.name} in ${target} names ${listed(same)} as home does, and an id is of one region only.`) };
      else if (ids.length > 0 && peer === undefined) yield { ...subject, verdict: unknown(`${name} names ${listed(ids)}, which ${target} does not know; what it is to name there nobody told us.`, { ask: 'The template as it is deployed to the target region.' }) };
      else yield { ...subject, verdict: ready() };
    }
  },
});
