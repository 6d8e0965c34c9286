import { dnsTtl } from '../remedies/dns-ttl.ts';
import { rule } from '../rule.ts';
import { isPublicEntry } from '../support/dns.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const record = (ttl: string): string => yaml`
  Shop:
    Type: AWS::Route53::RecordSet
    Properties: { Name: shop.example.com, Type: CNAME, TTL: ${ttl}, HostedZoneId: Z1, SetIdentifier: home, Failover: PRIMARY, ResourceRecords: [shop-1.us-east-1.elb.amazonaws.com] }
`;
/** Seconds that a record which is to switch may be kept. */
const longest = 60;

export const trafficR53Ttl = rule({
  id: 'traffic-r53-ttl',
  title: 'Resolvers keep the dead region’s address too long',
  on: 'route53-record',
  needs: ['routing', 'alias'],
  severity: severities('I/M/H/H'),
  why: 'Every client that has asked before goes on with the old answer for the TTL, and some for longer.',
  fix: 'Set the TTL of records that are to switch to 60 seconds or less, limit the age of connections in clients, or put Global Accelerator in front, whose addresses do not change.',
  effect: 'No effect on RPO. RTO grows by the TTL in full, and by more with resolvers that keep answers longer.',
  remedy: dnsTtl,
  links: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html'],
  examples: {
    gap: [{ home: record('300') }],
    ready: [{ home: record('60') }],
    unknown: [{ home: record("'{{resolve:ssm:/ttl}}'") }],
  },

  /** Aliases have the TTL of what they stand for; simple records do not switch. */
  check(record, { graph }) {
    const { name, attributes } = record;
    if (attributes.routing === 'simple' || attributes.alias || !isPublicEntry(graph, record)) return undefined;
    if (attributes.ttl === undefined) return unknown(`Nobody told us how long resolvers keep ${name}.`);
    return attributes.ttl <= longest ? ready() : gap(`Resolvers keep ${name} for ${attributes.ttl} seconds, more than ${longest}.`);
  },
});
