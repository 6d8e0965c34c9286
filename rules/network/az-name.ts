import { peers } from '../../graph/queries/peer.ts';
import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { isZoneOf } from '../support/zones.ts';
import { gap, ready } from '../verdict.ts';

const subnet = (zone: string): string => yaml`
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: vpc-0123456789abcdef0, CidrBlock: 10.0.1.0/24, ${zone} }
`;

export const networkAzName = rule({
  id: 'network-az-name',
  title: 'Deployment to the target names Availability Zones of the home region',
  on: ['subnet', 'autoscaling-group', 'ec2-instance', 'launch-template'],
  needs: [],
  severity: severities('L/M/M/M'),
  why: 'The template cannot be deployed to the target region as it is. Names of zones also mean different zones in different accounts, and no region promises a zone c.',
  fix: 'Take zones by Fn::GetAZs or the data source aws_availability_zones, or by zone id from a mapping for each region.',
  effect: 'No effect on RPO. Blocks the deployment to the target on a zone that is not there: RTO of what is not deployed yet grows by a change of the template.',
  links: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html', 'https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html'],
  examples: {
    gap: [
      { name: 'the same name in the target', home: subnet('AvailabilityZone: us-east-1a'), target: subnet('AvailabilityZone: us-east-1a') },
    ],
    ready: [
      { name: 'the region chooses', home: subnet("AvailabilityZone: !Select [0, !GetAZs '']"), target: subnet("AvailabilityZone: !Select [0, !GetAZs '']") },
      { name: 'by id', home: subnet('AvailabilityZoneId: use1-az1'), target: subnet('AvailabilityZoneId: euw1-az1') },
      { name: 'each region names its own', home: subnet('AvailabilityZone: us-east-1a'), target: subnet('AvailabilityZone: eu-west-1a') },
    ],
  },

  /**
   * What the target's deployment asks for. Zone names in the text of a template are code-az-literal's business: once a template is
   * evaluated, a zone that is spelled out looks like one that Fn::GetAZs chose.
   */
  check(resource, { intent: { home, target }, graph }) {
    if (zonesOf(resource).length === 0) return undefined;
    const there = peers(graph, resource, target);
    if (there.length === 0) return undefined;
    const stuck = there.flatMap(({ resource: peer }) => zonesOf(peer)).filter((zone) => isZoneOf(zone, home));
    return stuck.length === 0 ? ready() : gap(`${resource.name} is placed in ${listed(stuck)} in ${target} too, which has no such zone.`);
  },
});

/** Zones by name or id, as far as they are told. */
function zonesOf({ attributes }: Resource): string[] {
  const one = 'availabilityZone' in attributes ? [attributes.availabilityZone] : [];
  const byId = 'availabilityZoneId' in attributes ? [attributes.availabilityZoneId] : [];
  const more = 'availabilityZones' in attributes && Array.isArray(attributes.availabilityZones) ? attributes.availabilityZones : [];
  return [...one, ...byId, ...more].filter((zone) => zone !== undefined);
}
