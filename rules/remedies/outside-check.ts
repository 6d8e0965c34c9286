import type { MakeRemedy } from '../remedy.ts';
import { homeOf, label, logicalId } from './words.ts';

/** A health check of Route 53 on the entry, which looks from several regions, with an alarm where Route 53 puts its metrics. */
export const outsideCheck: MakeRemedy = (entry, { intent: { home } }) => {
  const region = homeOf(entry, home);
  const name = `${entry.name}-outside`;
  const host = 'www.example.com';
  return {
    title: `Watch ${entry.name} from outside ${region}`,
    cloudformation: [{
      region: 'us-east-1',
      note: 'Route 53 is global; its metrics are in us-east-1',
      resources: { [logicalId(name)]: { Type: 'AWS::Route53::HealthCheck', Properties: { HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: host, ResourcePath: '/', RequestInterval: 30, FailureThreshold: 3 }, HealthCheckTags: [{ Key: 'Name', Value: name }] } } },
    }],
    terraform: [{ type: 'resource', labels: ['aws_route53_health_check', label(name)], body: { type: 'HTTPS', fqdn: host, resource_path: '/', port: 443, request_interval: 30, failure_threshold: 3, tags: { Name: name } } }],
    cli: [{ region: 'us-east-1', words: ['route53', 'create-health-check', '--caller-reference', name, '--health-check-config', JSON.stringify({ Type: 'HTTPS', FullyQualifiedDomainName: host, ResourcePath: '/', Port: 443, RequestInterval: 30, FailureThreshold: 3 })] }],
    limits: [`Replace ${host} by the public name of ${entry.name}, and / by a path that exercises what users need.`, 'A health check asks one address; a canary of CloudWatch Synthetics in the target region goes through a whole journey.'],
  };
};
