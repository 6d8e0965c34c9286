import type { MakeRemedy } from '../remedy.ts';
import { homeOf, isPhysical, logicalId, nameLimit } from './words.ts';

/** A lack of data counts as unhealthy, and the check is on. */
export const healthCheckNoData: MakeRemedy = (check, { intent: { home, target } }) => {
  if (check.kind !== 'route53-health-check') return undefined;
  const { name, attributes: { disabled = false, type } } = check;
  const id = isPhysical(check) ? (check.arn?.split('/').at(-1) ?? name) : name;
  const change = [...(disabled ? ['--no-disabled'] : []), ...(type === 'CLOUDWATCH_METRIC' ? ['--insufficient-data-health-status', 'Unhealthy'] : [])];
  return change.length === 0 ? undefined : {
    title: `Let ${name} leave the home region when it hears nothing of it`,
    cloudformation: [{
      region: homeOf(check, home), merge: true, note: `merge these properties into the health check ${name}`,
      resources: { [logicalId(name)]: { Type: 'AWS::Route53::HealthCheck', Properties: { HealthCheckConfig: { ...(disabled ? { Disabled: false } : {}), ...(type === 'CLOUDWATCH_METRIC' ? { InsufficientDataHealthStatus: 'Unhealthy' } : {}) } } } },
    }],
    cli: [{ region: homeOf(check, home), words: ['route53', 'update-health-check', '--health-check-id', id, ...change] }],
    limits: [
      ...nameLimit(check),
      'Terraform: set insufficient_data_health_status, and disabled, of the resource that declares it.',
      `An alarm in ${target} on a metric that is measured there decides without the home region at all.`,
    ],
  };
};
