import { expression, type MakeRemedy } from '../remedy.ts';
import { parameter, variable, zoneId, zoneLimit } from './dns-words.ts';
import { homeOf, label, logicalId } from './words.ts';

/** A record for everywhere else, beside geolocation records. */
export const geoDefault: MakeRemedy = (record, { intent: { home } }) => {
  if (record.kind !== 'route53-record' || record.attributes.routing !== 'geolocation') return undefined;
  const { name, attributes: { type = 'A', alias = false } } = record;
  const common = { Name: name, Type: type, HostedZoneId: zoneId(record), SetIdentifier: 'default', GeoLocation: { CountryCode: '*' } };
  return {
    title: `Answer users from everywhere else under ${name}`,
    cloudformation: [{
      region: homeOf(record, home),
      parameters: { Host: parameter('Host or address that answers everybody else'), ...(alias ? { Zone: parameter('Hosted zone id of the load balancer or API') } : {}) },
      resources: { [logicalId(name, 'Default')]: { Type: 'AWS::Route53::RecordSet', Properties: { ...common, ...(alias ? { AliasTarget: { DNSName: { Ref: 'Host' }, HostedZoneId: { Ref: 'Zone' }, EvaluateTargetHealth: true } } : { TTL: '60', ResourceRecords: [{ Ref: 'Host' }] }) } } },
    }],
    terraform: [
      variable('host', 'Host or address that answers everybody else'),
      ...(alias ? [variable('zone', 'Hosted zone id of the load balancer or API')] : []),
      {
        type: 'resource', labels: ['aws_route53_record', `${label(name)}_default`],
        body: { zone_id: zoneId(record), name, type, set_identifier: 'default', ...(alias ? {} : { ttl: 60, records: [expression('var.host')] }) },
        blocks: [{ type: 'geolocation_routing_policy', body: { country: '*' } }, ...(alias ? [{ type: 'alias', body: { name: expression('var.host'), zone_id: expression('var.zone'), evaluate_target_health: true } }] : [])],
      },
    ],
    limits: [...zoneLimit(record), 'Give it a health check, as the other records of the name have.'],
  };
};
