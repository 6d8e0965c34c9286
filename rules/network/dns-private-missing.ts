import type { ResourceOf } from '../../graph/view.ts';
import { privateZoneAssociation } from '../remedies/private-zone-association.ts';
import { rule } from '../rule.ts';
import { placeOf } from '../support/places.ts';
import { otherRegions } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const zone = (...regions: readonly string[]): string => yaml`
  Zone:
    Type: AWS::Route53::HostedZone
    Properties: { Name: internal.example.com, VPCs: [${regions.map((region) => `{ VPCId: vpc-0123456789abcdef0, VPCRegion: ${region} }`).join(', ')}] }
`;

type Zone = ResourceOf<'route53-hosted-zone'>;

export const networkDnsPrivateMissing = rule({
  id: 'network-dns-private-missing',
  title: 'Private zone does not answer in the target region',
  on: 'route53-hosted-zone',
  needs: ['private', 'vpcs'],
  severity: severities('L/H/C/C'),
  why: 'Names of the zone do not resolve for what runs in the target region, and associating the VPC takes the control plane of private DNS in us-east-1.',
  fix: 'Associate the zone with the target region’s VPC ahead of time, and declare resolver rules and endpoints there.',
  effect: 'No effect on RPO. Everything in the target that looks up a name of the zone fails: RTO grows by associating its VPC, through a control plane in us-east-1 and for as long as that is down.',
  remedy: privateZoneAssociation,
  links: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html'],
  examples: {
    gap: [{ home: zone('us-east-1') }],
    ready: [
      { home: zone('us-east-1', 'eu-west-1') },
      { name: 'each region has a zone of the name', home: zone('us-east-1'), target: zone('eu-west-1') },
    ],
    unknown: [{ home: zone('us-east-1', "'{{resolve:ssm:/second-region}}'") }],
  },

  check(zone, { intent: { target }, graph }) {
    const { name, attributes } = zone;
    if (!attributes.private) return undefined;
    const regionsOf = (each: Zone): (string | undefined)[] => (each.attributes.vpcs ?? []).map(({ vpc, region }) => region ?? (vpc === undefined ? undefined : placeOf(graph, vpc, { from: each, type: 'AWS::EC2::VPC' }).region));
    const regions = regionsOf(zone);
    if (regions.includes(target)) return ready();
    // A zone of its own in each region answers the same names there, with what belongs to that region.
    const twin = graph.ofKind('route53-hosted-zone').find((other) => other.id !== zone.id && other.name === name && other.account === zone.account && other.attributes.private === true && regionsOf(other).includes(target));
    if (twin !== undefined) return ready(`Another zone of the name answers in VPCs of ${target}.`, { evidence: [{ what: 'zone of the same name', value: `${twin.name} in VPCs of ${target}`, source: twin.sources[0] }] });
    if (regions.includes(undefined)) return unknown(`${name} answers in a VPC whose region nobody told us; it may or may not be ${target}.`);
    return gap(`${name} answers in VPCs of ${otherRegions(regions.filter((region) => region !== undefined))}, in none of ${target}.`);
  },
});
