import type { MakeRemedy } from '../remedy.ts';
import { literalTargets, zoneId, zoneLimit } from './dns-words.ts';
import { homeOf, label, logicalId } from './words.ts';

/** The record with a TTL of a minute. */
export const dnsTtl: MakeRemedy = (record, { intent: { home } }) => {
  if (record.kind !== 'route53-record') return undefined;
  const { name, attributes: { type = 'A', setIdentifier, failover, latencyRegion, weight } } = record;
  const records = literalTargets(record);
  // Only what decides the routing by one word can be repeated without its other settings.
  if (records.length === 0 || setIdentifier === undefined || (failover === undefined && latencyRegion === undefined && weight === undefined)) return undefined;
  const region = homeOf(record, home);
  const block = failover !== undefined ? { type: 'failover_routing_policy', body: { type: failover } } : latencyRegion !== undefined ? { type: 'latency_routing_policy', body: { region: latencyRegion } } : { type: 'weighted_routing_policy', body: { weight: weight ?? 0 } };
  return {
    title: `Let resolvers keep ${name} (${setIdentifier}) for a minute`,
    cloudformation: [{ region, merge: true, note: 'set the TTL of the record that is there', resources: { [logicalId(`${name}-${setIdentifier}`)]: { Type: 'AWS::Route53::RecordSet', Properties: { Name: name, SetIdentifier: setIdentifier, TTL: '60' } } } }],
    terraform: [{ type: 'resource', labels: ['aws_route53_record', label(`${name}_${setIdentifier}`)], body: { zone_id: zoneId(record), name, type, set_identifier: setIdentifier, ttl: 60, records }, blocks: [block] }],
    limits: [...zoneLimit(record), 'Keep the health check of the record: it is not repeated here.', 'Clients that keep connections open ask for no name: limit the age of connections too.'],
  };
};
