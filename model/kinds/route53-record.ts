import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, inbound } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, firstText, setOf } from '../reading.ts';

export const route53Record = kind({
  id: 'route53-record',
  title: 'Route 53 record set',
  traits: ['edge', 'global'],
  names: { cloudformation: 'AWS::Route53::RecordSet', terraform: ['aws_route53_record'] },
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    type: z.string().describe('A, AAAA, CNAME …'),
    zone: z.string().describe('Hosted zone: id, name or symbol'),
    alias: z.boolean().describe('It is an alias of an AWS resource, without a TTL of its own'),
    targets: z.array(z.string()).describe('What it points to: hosts, addresses or symbols, without trailing dot; not kept for text records'),
    ttl: z.number().describe('Seconds that resolvers keep it'),
    routing: z.string().describe('simple, failover, latency, weighted, geolocation, geoproximity, multivalue or cidr'),
    setIdentifier: z.string().describe('Tells records of the same name and type apart'),
    failover: z.string().describe('PRIMARY or SECONDARY'),
    latencyRegion: z.string().describe('Region that latency is measured to'),
    weight: z.number().describe('Weight; 0 takes it out'),
    location: z.string().describe('Country or continent of a geolocation record; * for everywhere else'),
    healthCheck: z.string().describe('Health check: id or symbol'),
    checked: z.boolean().describe('It has a health check'),
    evaluateTargetHealth: z.boolean().describe('The health of the alias target decides'),
  }),
  read: {
    cloudformation: (from) => ({
      type: from.text('Type'),
      zone: firstText(from, 'HostedZoneId', 'HostedZoneName'),
      alias: from.has('AliasTarget'),
      targets: targetsOf(from, { type: 'Type', alias: 'AliasTarget.DNSName', records: 'ResourceRecords[]' }),
      ttl: from.count('TTL'),
      routing: routingOf(from, { failover: 'Failover', latency: 'Region', weighted: 'Weight', geolocation: 'GeoLocation', multivalue: 'MultiValueAnswer', cidr: 'CidrRoutingConfig' }),
      setIdentifier: from.text('SetIdentifier'),
      failover: from.text('Failover'),
      latencyRegion: from.text('Region'),
      weight: from.count('Weight'),
      location: firstText(from, 'GeoLocation.SubdivisionCode', 'GeoLocation.CountryCode', 'GeoLocation.ContinentCode'),
      healthCheck: filled(from.text('HealthCheckId')),
      checked: from.has('HealthCheckId'),
      evaluateTargetHealth: from.has('AliasTarget') === true ? from.flag('AliasTarget.EvaluateTargetHealth', false) : undefined,
    }),
    terraform: (from) => ({
      type: from.text('type'),
      zone: from.text('zone_id'),
      alias: from.has('alias'),
      targets: targetsOf(from, { type: 'type', alias: 'alias.name', records: 'records[]' }),
      ttl: from.has('alias') === false ? from.count('ttl') : undefined,
      routing: routingOf(from, {
        failover: 'failover_routing_policy', latency: 'latency_routing_policy', weighted: 'weighted_routing_policy', geolocation: 'geolocation_routing_policy',
        geoproximity: 'geoproximity_routing_policy', multivalue: 'multivalue_answer_routing_policy', cidr: 'cidr_routing_policy',
      }),
      setIdentifier: filled(from.text('set_identifier')),
      failover: from.text('failover_routing_policy.type'),
      latencyRegion: from.text('latency_routing_policy.region'),
      weight: from.count('weighted_routing_policy.weight'),
      location: firstText(from, 'geolocation_routing_policy.subdivision', 'geolocation_routing_policy.country', 'geolocation_routing_policy.continent'),
      healthCheck: filled(from.text('health_check_id')),
      checked: from.text('health_check_id') === '' ? false : from.has('health_check_id'),
      evaluateTargetHealth: from.flag('alias.evaluate_target_health'),
    }),
    describe: (from) => ({
      type: from.text('Type'),
      zone: from.text('HostedZoneId'),
      alias: from.has('AliasTarget'),
      targets: targetsOf(from, { type: 'Type', alias: 'AliasTarget.DNSName', records: 'ResourceRecords[].Value' }),
      ttl: from.count('TTL'),
      routing: routingOf(from, {
        failover: 'Failover', latency: 'Region', weighted: 'Weight', geolocation: 'GeoLocation', geoproximity: 'GeoProximityLocation', multivalue: 'MultiValueAnswer', cidr: 'CidrRoutingConfig',
      }),
      setIdentifier: from.text('SetIdentifier'),
      failover: from.text('Failover'),
      latencyRegion: from.text('Region'),
      weight: from.count('Weight'),
      location: firstText(from, 'GeoLocation.SubdivisionCode', 'GeoLocation.CountryCode', 'GeoLocation.ContinentCode'),
      healthCheck: filled(from.text('HealthCheckId')),
      checked: from.has('HealthCheckId'),
      evaluateTargetHealth: from.has('AliasTarget') === true ? from.flag('AliasTarget.EvaluateTargetHealth', false) : undefined,
    }),
  },
  references: ({ zone, targets, healthCheck }) => [
    ...inbound('contains', zone, 'AWS::Route53::HostedZone'),
    ...edges('routes', targets?.filter((target) => target.includes('.') || target.includes('⟦'))),
    ...edges('refers', healthCheck, 'AWS::Route53::HealthCheck'),
  ],
});

/** Types whose values are hosts or addresses. Others, such as TXT, may carry tokens. */
const addressing = new Set(['A', 'AAAA', 'CNAME', 'NS', 'MX', 'SRV', 'HTTPS', 'SVCB']);

function targetsOf(from: Properties, at: Record<'type' | 'alias' | 'records', string>): string[] | undefined {
  const type = from.text(at.type);
  if (type === undefined || !addressing.has(type)) return undefined;
  const targets = from.has(at.alias) === false ? from.texts(at.records, []) : from.texts(at.alias);
  return setOf(targets?.map((target) => target.replace(/^dualstack\./i, '').replace(/\.$/, '')));
}

function routingOf(from: Properties, policies: Readonly<Record<string, string>>): string | undefined {
  for (const [name, path] of Object.entries(policies)) {
    const has = name === 'multivalue' ? from.flag(path, false) : from.has(path);
    if (has === undefined) return undefined;
    if (has) return name;
  }
  return 'simple';
}
