import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf } from '../reading.ts';

export const route53HealthCheck = kind({
  id: 'route53-health-check',
  title: 'Route 53 health check',
  traits: ['operations', 'global'],
  names: { cloudformation: 'AWS::Route53::HealthCheck', terraform: ['aws_route53_health_check'] },
  arn: 'arn:{partition}:route53:::healthcheck/{id}',
  name: {},
  attributes: z.object({
    type: z.string().describe('HTTP, HTTPS, TCP, CALCULATED, CLOUDWATCH_METRIC, RECOVERY_CONTROL …'),
    host: z.string().describe('Host that is checked'),
    address: z.string().describe('Address that is checked'),
    path: z.string().describe('Path that is asked for'),
    alarm: z.string().describe('Alarm that decides: name or symbol'),
    alarmRegion: z.string().describe('Region of the alarm that decides'),
    insufficientData: z.string().describe('What a lack of data counts as: Healthy, Unhealthy or LastKnownStatus'),
    checkerRegions: z.array(z.string()).describe('Regions that the checkers are limited to; empty for all'),
    children: z.array(z.string()).describe('Health checks that a calculated one watches'),
    routingControl: z.string().describe('Routing control that switches it: ARN or symbol'),
    inverted: z.boolean().describe('Healthy counts as unhealthy and the other way round'),
    disabled: z.boolean().describe('It is switched off and always counts as healthy'),
  }),
  read: {
    cloudformation: (from) => ({ ...declared(from), disabled: false }),
    terraform: (from) => ({
      type: from.text('type'),
      host: filled(from.text('fqdn')),
      address: filled(from.text('ip_address')),
      path: filled(from.text('resource_path')),
      alarm: filled(from.text('cloudwatch_alarm_name')),
      alarmRegion: filled(from.text('cloudwatch_alarm_region')),
      insufficientData: filled(from.text('insufficient_data_health_status')),
      checkerRegions: setOf(from.texts('regions[]', [])),
      children: setOf(from.texts('child_healthchecks[]', [])),
      routingControl: filled(from.text('routing_control_arn')),
      inverted: from.flag('invert_healthcheck', false),
      disabled: from.flag('disabled', false),
    }),
    describe: (from) => ({ ...declared(from), disabled: from.flag('HealthCheckConfig.Disabled', false) }),
  },
  references: ({ host, alarm, children, routingControl }) => [
    ...edges('observes', host),
    ...edges('refers', alarm, 'AWS::CloudWatch::Alarm'),
    ...edges('refers', children, 'AWS::Route53::HealthCheck'),
    ...edges('refers', routingControl, 'AWS::Route53RecoveryControl::RoutingControl'),
  ],
});

/** The service answers with the members that the template has. */
function declared(from: Properties) {
  return {
    type: from.text('HealthCheckConfig.Type'),
    host: filled(from.text('HealthCheckConfig.FullyQualifiedDomainName')),
    address: filled(from.text('HealthCheckConfig.IPAddress')),
    path: filled(from.text('HealthCheckConfig.ResourcePath')),
    alarm: from.text('HealthCheckConfig.AlarmIdentifier.Name'),
    alarmRegion: from.text('HealthCheckConfig.AlarmIdentifier.Region'),
    insufficientData: from.text('HealthCheckConfig.InsufficientDataHealthStatus'),
    checkerRegions: setOf(from.texts('HealthCheckConfig.Regions[]', [])),
    children: setOf(from.texts('HealthCheckConfig.ChildHealthChecks[]', [])),
    routingControl: from.text('HealthCheckConfig.RoutingControlArn'),
    inverted: from.flag('HealthCheckConfig.Inverted', false),
  };
}
