import { dnsFailover } from '../remedies/dns-failover.ts';
import { rule } from '../rule.ts';
import { destinationsOf, isPublicEntry, recordGroup } from '../support/dns.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const record = (rest: string, name = 'Shop'): string => yaml`
  ${name}:
    Type: AWS::Route53::RecordSet
    Properties: { Name: shop.example.com, Type: A, HostedZoneId: Z1, ${rest} }
`;
const to = (region: string): string => `AliasTarget: { DNSName: shop-1.${region}.elb.amazonaws.com, HostedZoneId: Z2, EvaluateTargetHealth: true }`;

export const trafficR53Simple = rule({
  id: 'traffic-r53-simple',
  title: 'Public name leads to the home region only',
  on: 'route53-record',
  needs: ['type', 'routing'],
  severity: severities('L/H/C/C'),
  why: 'Users stay with the region that is down until somebody edits the record, through a control plane in us-east-1, and caches have expired.',
  fix: 'Create failover, latency, weighted or geolocation records for both regions ahead of time, with health checks, so that moving traffic takes no change of records.',
  effect: 'No effect on RPO. RTO grows by creating records for the target, through a control plane in us-east-1, and by the TTL of the old one. Records that exist already switch within the interval of their health check and their TTL.',
  remedy: dnsFailover,
  links: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html'],
  examples: {
    gap: [
      { home: record(to('us-east-1')) },
      { name: 'weighted records of one region', home: `${record(`SetIdentifier: a, Weight: 1, ${to('us-east-1')}`, 'A')}\n${record(`SetIdentifier: b, Weight: 1, ${to('us-east-1')}`, 'B')}` },
      { name: 'an alias of a load balancer in the template', home: `${record('AliasTarget: { DNSName: !GetAtt Lb.DNSName, HostedZoneId: Z2 }')}\n${yaml`
        Lb:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
      `}` },
    ],
    ready: [
      { home: record(`SetIdentifier: home, Failover: PRIMARY, ${to('us-east-1')}`), target: record(`SetIdentifier: target, Failover: SECONDARY, ${to('eu-west-1')}`) },
    ],
    unknown: [{ name: 'the target is told at deployment', home: record('AliasTarget: "{{resolve:ssm:/shop/alias}}"') }],
  },

  /** CloudFront, Global Accelerator and hosts outside of AWS have rules of their own. A name is told once, with its first record. */
  check(record, { intent: { home, target }, graph }) {
    const group = recordGroup(graph, record);
    if (group[0]?.id !== record.id || !isPublicEntry(graph, record)) return undefined;
    const ends = group.map((each) => destinationsOf(graph, each));
    const regions = new Set(ends.flatMap((each) => [...each.regions]));
    const simple = group.filter(({ attributes: { routing } }) => routing === 'simple');
    if (simple.length > 1 && regions.size > 1) return gap(`${record.name} has ${simple.length} simple records, for ${listed(regions)}: Route 53 takes one of them, so the name cannot lead to both.`);
    if (regions.has(target)) return ready();
    if (ends.some(({ untold }) => untold)) return unknown(`Nobody told us in which region the target of ${record.name} is.`);
    if (![...regions].some((region) => home.includes(region))) return undefined;
    const routing = record.attributes.routing === 'simple' ? 'is a simple record for' : `has ${record.attributes.routing} records for`;
    return gap(`${record.name} ${routing} ${listed(regions)} and none for ${target}.`);
  },
});
