import { geoDefault } from '../remedies/geo-default.ts';
import { rule } from '../rule.ts';
import { destinationsOf, isPublicEntry, recordGroup } from '../support/dns.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const record = (id: string, policy: string, region: string): string => yaml`
  ${id}:
    Type: AWS::Route53::RecordSet
    Properties: { Name: shop.example.com, Type: CNAME, TTL: 60, HostedZoneId: Z1, SetIdentifier: ${id}, ${policy}, ResourceRecords: [shop-1.${region}.elb.amazonaws.com] }
`;

export const trafficR53GeoDefault = rule({
  id: 'traffic-r53-geo-default',
  title: 'Routing policy has holes',
  on: 'route53-record',
  needs: ['routing'],
  severity: severities('-/L/M/H'),
  why: 'Users whose country no geolocation record names get no answer; a latency record measured to another region than its target’s sends users astray; a region with weight 0 serves nobody.',
  fix: 'Add a default record (country *), give latency records the region of their target, and every region of an active-active service a weight above 0.',
  effect: 'No effect on RPO. Users that no record names have no answer, with or without a failure; RTO for those who are sent to the wrong region is a change of records.',
  remedy: geoDefault,
  links: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html'],
  examples: {
    gap: [
      { name: 'no default', home: `${record('Eu', 'GeoLocation: { ContinentCode: EU }', 'eu-west-1')}\n${record('Us', 'GeoLocation: { CountryCode: US }', 'us-east-1')}` },
      { name: 'latency to another region', home: `${record('Home', 'Region: us-west-2', 'us-east-1')}\n${record('Target', 'Region: eu-west-1', 'eu-west-1')}` },
      { name: 'the target serves nobody', strategy: 'active-active', home: `${record('Home', 'Weight: 100', 'us-east-1')}\n${record('Target', 'Weight: 0', 'eu-west-1')}` },
    ],
    ready: [
      { home: `${record('Eu', 'GeoLocation: { ContinentCode: EU }', 'eu-west-1')}\n${record('Rest', "GeoLocation: { CountryCode: '*' }", 'us-east-1')}` },
      { home: `${record('Home', 'Region: us-east-1', 'us-east-1')}\n${record('Target', 'Region: eu-west-1', 'eu-west-1')}` },
    ],
  },

  /** A name is told once, with its first record. */
  check(record, { intent: { target, strategy }, graph }) {
    const group = recordGroup(graph, record);
    const { routing } = record.attributes;
    if (group[0]?.id !== record.id || !isPublicEntry(graph, record)) return undefined;
    if (routing === 'geolocation') {
      return group.some(({ attributes: { location } }) => location === '*' || location === undefined) ? ready() : gap(`${record.name} answers nobody outside the places that its records name.`);
    }
    if (routing === 'latency') {
      const astray = group.find((each) => isAstray(each.attributes.latencyRegion, destinationsOf(graph, each).regions));
      return astray === undefined ? ready() : gap(`${record.name} measures latency to ${astray.attributes.latencyRegion} for a target in ${[...destinationsOf(graph, astray).regions].join(', ')}.`);
    }
    if (routing !== 'weighted' || strategy !== 'active-active') return undefined;
    const idle = group.filter((each) => destinationsOf(graph, each).regions.has(target)).every(({ attributes: { weight } }) => weight === 0);
    return idle && group.some((each) => destinationsOf(graph, each).regions.has(target)) ? gap(`${record.name} gives ${target} no weight, so it serves nobody.`) : ready();
  },
});

const isAstray = (measured: string | undefined, regions: ReadonlySet<string>): boolean => measured !== undefined && regions.size > 0 && !regions.has(measured);
