import { placeOf } from '../support/places.ts';
import { healthCheckNoData } from '../remedies/health-check-no-data.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const check = (region: string, rest = ''): string => yaml`
  Check:
    Type: AWS::Route53::HealthCheck
    Properties:
      HealthCheckConfig: { Type: CLOUDWATCH_METRIC, AlarmIdentifier: { Name: errors, Region: ${region} }${rest} }
`;

export const trafficR53HealthcheckCoupled = rule({
  id: 'traffic-r53-healthcheck-coupled',
  title: 'Health check depends on the region that it is to leave',
  on: 'route53-health-check',
  needs: ['type', 'disabled'],
  severity: severities('-/M/H/H'),
  why: 'When the home region fails, an alarm in it may fail to fire, and a check that keeps its last state keeps users there.',
  fix: 'Put the alarm that decides on leaving the home region into the target region, count a lack of data as unhealthy, or switch by hand through an ARC routing control.',
  effect: 'No effect on RPO. The switch waits for the region that has failed: RTO begins when somebody sees it and changes the record or inverts the check.',
  remedy: healthCheckNoData,
  links: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html'],
  examples: {
    gap: [{ home: check('us-east-1') }],
    ready: [
      { name: 'an alarm in the target region', home: check('eu-west-1') },
      { name: 'no data counts as unhealthy', home: check('us-east-1', ', InsufficientDataHealthStatus: Unhealthy') },
    ],
    unknown: [{ name: 'the alarm’s region is told at deployment', home: check("'{{resolve:ssm:/alarm/region}}'") }],
  },

  check(check, { intent: { home }, graph }) {
    const { name, attributes } = check;
    if (attributes.disabled) return gap(`${name} is switched off and always counts as healthy.`);
    if (attributes.type !== 'CLOUDWATCH_METRIC' || attributes.insufficientData === 'Unhealthy') return ready();
    const region = attributes.alarmRegion ?? (attributes.alarm === undefined ? undefined : placeOf(graph, attributes.alarm, { from: check, type: 'AWS::CloudWatch::Alarm' }).region);
    if (region === undefined) return unknown(`Nobody told us in which region the alarm of ${name} is.`);
    return home.includes(region) ? gap(`${name} follows an alarm in ${region}, and a lack of data there does not count as unhealthy.`) : ready();
  },
});
