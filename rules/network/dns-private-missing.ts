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

export const networkDnsPrivateMissing = rule({
  id: 'network-dns-private-missing',
  title: 'Private zone does not answer in the target region',
  on: 'route53-hosted-zone',
  needs: ['private', 'vpcs'],
  severity: severities('L/H/C/C'),
  why: 'Names of the zone do not resolve for what runs in the target region, and associating the VPC takes the control plane of private DNS in us-east-1.',
  fix: 'Associate the zone with the target region’s VPC ahead of time, and declare resolver rules and endpoints there.',
  remedy: privateZoneAssociation,
  links: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html'],
  examples: {
    gap: [{ home: zone('us-east-1') }],
    ready: [{ home: zone('us-east-1', 'eu-west-1') }],
    unknown: [{ home: zone('us-east-1', "'{{resolve:ssm:/second-region}}'") }],
  },

  check(zone, { intent: { target }, graph }) {
    const { name, attributes } = zone;
    if (!attributes.private) return undefined;
    const regions = attributes.vpcs.map(({ vpc, region }) => region ?? (vpc === undefined ? undefined : placeOf(graph, vpc, { from: zone, type: 'AWS::EC2::VPC' }).region));
    if (regions.includes(target)) return ready();
    if (regions.includes(undefined)) return unknown(`${name} answers in a VPC whose region nobody told us; it may or may not be ${target}.`);
    return gap(`${name} answers in VPCs of ${otherRegions(regions.filter((region) => region !== undefined))}, in none of ${target}.`);
  },
});
