import { expression, type MakeRemedy } from '../remedy.ts';
import { literalTargets, parameter, variable, zoneId, zoneLimit } from './dns-words.ts';
import { label, logicalId } from './words.ts';

/** A primary and a secondary record in place of a simple one, with a health check that decides between them. */
export const dnsFailover: MakeRemedy = (record, { intent: { target } }) => {
  if (record.kind !== 'route53-record') return undefined;
  const { name, attributes: { alias = false, type = 'A' } } = record;
  const [host] = literalTargets(record);
  if (!alias && (type !== 'CNAME' || host === undefined)) return undefined;
  const zone = zoneId(record);
  const id = logicalId(name);
  const tf = label(name);
  const check = { Type: 'HTTPS', FullyQualifiedDomainName: { Ref: 'HomeHost' }, ResourcePath: '/health', RequestInterval: 10, FailureThreshold: 3 };
  const end = (side: 'Home' | 'Target') => (alias ? { AliasTarget: { DNSName: { Ref: `${side}Host` }, HostedZoneId: { Ref: `${side}Zone` }, EvaluateTargetHealth: true } } : { TTL: '60', ResourceRecords: [{ Ref: `${side}Host` }] });
  const common = { Name: name, Type: type, HostedZoneId: zone };
  const tfEnd = (side: 'home' | 'target') => (alias ? {} : { ttl: 60, records: [expression(`var.${side}_host`)] });
  const tfAlias = (side: 'home' | 'target') => (alias ? [{ type: 'alias', body: { name: expression(`var.${side}_host`), zone_id: expression(`var.${side}_zone`), evaluate_target_health: true } }] : []);
  return {
    title: `Fail ${name} over to ${target}`,
    cloudformation: [{
      region: target,
      note: 'remove the simple record in the same change: it and records of a policy cannot stand side by side',
      parameters: {
        HomeHost: { ...parameter('Host that answers at home'), ...(host === undefined ? {} : { Default: host }) },
        TargetHost: parameter(`Host that answers in ${target}`),
        ...(alias ? { HomeZone: parameter('Hosted zone id of the load balancer or API at home'), TargetZone: parameter(`Hosted zone id of the one in ${target}`) } : {}),
      },
      resources: {
        [`${id}Check`]: { Type: 'AWS::Route53::HealthCheck', Properties: { HealthCheckConfig: check } },
        [`${id}Home`]: { Type: 'AWS::Route53::RecordSet', Properties: { ...common, SetIdentifier: 'home', Failover: 'PRIMARY', HealthCheckId: { Ref: `${id}Check` }, ...end('Home') } },
        [`${id}Target`]: { Type: 'AWS::Route53::RecordSet', Properties: { ...common, SetIdentifier: target, Failover: 'SECONDARY', ...end('Target') } },
      },
    }],
    terraform: [
      variable('home_host', 'Host that answers at home'),
      variable('target_host', 'Host that answers in the target region'),
      ...(alias ? [variable('home_zone', 'Hosted zone id of the load balancer or API at home'), variable('target_zone', 'Hosted zone id of the one in the target region')] : []),
      { type: 'resource', labels: ['aws_route53_health_check', tf], body: { type: 'HTTPS', fqdn: expression('var.home_host'), port: 443, resource_path: '/health', request_interval: 10, failure_threshold: 3 } },
      { type: 'resource', labels: ['aws_route53_record', `${tf}_home`], body: { zone_id: zone, name, type, set_identifier: 'home', health_check_id: expression(`aws_route53_health_check.${tf}.id`), ...tfEnd('home') }, blocks: [{ type: 'failover_routing_policy', body: { type: 'PRIMARY' } }, ...tfAlias('home')] },
      { type: 'resource', labels: ['aws_route53_record', `${tf}_target`], body: { zone_id: zone, name, type, set_identifier: target, ...tfEnd('target') }, blocks: [{ type: 'failover_routing_policy', body: { type: 'SECONDARY' } }, ...tfAlias('target')] },
    ],
    limits: [
      ...zoneLimit(record),
      'The health check asks for /health by HTTPS: name a path that tests what the region needs itself, and nothing of the other region.',
      'For active-active use latency or weighted records with a health check each instead.',
    ],
  };
};
