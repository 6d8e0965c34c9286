import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { ofKindIn } from '../support/by-region.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const subnet = (zone: string, rest = ''): string => yaml`
  Edge:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: vpc-1, CidrBlock: 10.0.1.0/24, AvailabilityZone: ${zone}${rest} }
`;

export const regionZoneTypes = rule({
  id: 'region-zone-types',
  title: 'Workload stands in a Local Zone, a Wavelength Zone or an Outpost',
  on: 'subnet',
  needs: [],
  severity: severities('M/H/H/H'),
  why: 'Such zones belong to one region, offer a part of its services, and have to be enabled one by one; many regions have none.',
  fix: 'Design the target without the edge zone, or enable an equivalent zone group there and check that it offers what is used.',
  effect: 'RPO of what is stored in the zone is everything since the last copy to the region. Blocks the same design in the target: RTO grows by enabling zones there or by leaving them out.',
  links: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html'],
  examples: {
    gap: [
      { name: 'a Local Zone', home: subnet('us-east-1-bos-1a') },
      { name: 'an Outpost', home: subnet('us-east-1a', ", OutpostArn: 'arn:aws:outposts:us-east-1:111122223333:outpost/op-1'") },
    ],
    ready: [{ home: subnet('us-east-1a') }],
    unknown: [{ name: 'another edge zone in the target', home: subnet('us-east-1-bos-1a'), target: subnet('eu-west-1-dub-1a') }],
  },

  check({ name, attributes }, { intent: { target }, graph }) {
    const kind = zoneKind(attributes.availabilityZone, attributes.outpost);
    if (kind === undefined) return ready();
    const there = ofKindIn(graph, 'subnet', target).find((other) => zoneKind(other.attributes.availabilityZone, other.attributes.outpost) === kind);
    return there === undefined
      ? gap(`${name} stands in ${kind}, and nothing in ${target} does.`)
      : unknown(`${name} stands in ${kind}, and ${there.name} in ${target} in one too; whether that one offers what is used nobody told us.`, { ask: 'ec2:DescribeInstanceTypeOfferings by zone in the target.' });
  },
});

/** Zone names of regions end with the region and one letter; others carry the place, and a carrier. */
function zoneKind(zone: string | undefined, outpost: string | undefined): string | undefined {
  if (outpost !== undefined) return 'an Outpost';
  if (zone === undefined || !/^[a-z]{2}(?:-[a-z]+)+-\d+-/.test(zone)) return undefined;
  return /-wl\d*-|-wlz-/.test(zone) ? 'a Wavelength Zone' : 'a Local Zone';
}
