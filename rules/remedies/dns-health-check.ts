import { expression, type MakeRemedy } from '../remedy.ts';
import { literalTargets, parameter, variable, zoneId, zoneLimit } from './dns-words.ts';
import { homeOf, label, logicalId } from './words.ts';

/** A health check for a record that has none. */
export const dnsHealthCheck: MakeRemedy = (record, { intent: { home } }) => {
  if (record.kind !== 'route53-record') return undefined;
  const { name, attributes: { setIdentifier = 'record' } } = record;
  const region = homeOf(record, home);
  const [host] = literalTargets(record);
  const id = logicalId(`${name}-${setIdentifier}`, 'Check');
  const tf = label(`${name}_${setIdentifier}`);
  const config = { Type: 'HTTPS', ResourcePath: '/health', RequestInterval: 10, FailureThreshold: 3 };
  return {
    title: `Give ${name} (${setIdentifier}) a health check`,
    cloudformation: [{
      region,
      merge: true, note: 'merge the check and its id into the template of the record',
      parameters: { Host: { ...parameter('Host that the record leads to'), ...(host === undefined ? {} : { Default: host }) } },
      resources: { [id]: { Type: 'AWS::Route53::HealthCheck', Properties: { HealthCheckConfig: { ...config, FullyQualifiedDomainName: { Ref: 'Host' } } } }, [logicalId(name, 'Record')]: { Type: 'AWS::Route53::RecordSet', Properties: { Name: name, ...(record.attributes.setIdentifier === undefined ? {} : { SetIdentifier: setIdentifier }), HealthCheckId: { Ref: id } } } },
    }],
    terraform: [
      variable('host', 'Host that the record leads to'),
      { type: 'resource', labels: ['aws_route53_health_check', tf], body: { type: 'HTTPS', fqdn: expression('var.host'), port: 443, resource_path: '/health', request_interval: 10, failure_threshold: 3 } },
      { type: 'output', labels: ['health_check_id'], body: { value: expression(`aws_route53_health_check.${tf}.id`) } },
    ],
    cli: host === undefined ? [] : [
      { region, words: ['route53', 'create-health-check', '--caller-reference', `${name}-${setIdentifier}`.slice(0, 64), '--health-check-config', JSON.stringify({ ...config, FullyQualifiedDomainName: host, Port: 443 })] },
      { region, words: ['route53', 'list-resource-record-sets', '--hosted-zone-id', zoneId(record), '--start-record-name', name, '--max-items', '5'], note: 'Add HealthCheckId to the record that this shows, and give it back by change-resource-record-sets' },
    ],
    limits: [
      ...zoneLimit(record),
      'The checkers come from the internet and ask for /health by HTTPS: choose a path that tests what the region needs itself.',
      'For aliases of load balancers EvaluateTargetHealth may be enough; of API Gateway it says nothing of the API.',
    ],
  };
};
