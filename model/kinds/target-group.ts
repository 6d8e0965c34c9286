import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, inbound } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, is, setOf } from '../reading.ts';

export const targetGroup = kind({
  id: 'target-group',
  title: 'Elastic Load Balancing target group',
  traits: ['network'],
  names: { cloudformation: 'AWS::ElasticLoadBalancingV2::TargetGroup', terraform: ['aws_lb_target_group', 'aws_alb_target_group'] },
  arn: 'arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{name}/{id}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    targetType: z.string().describe('instance, ip, lambda or alb'),
    protocol: z.string().describe('HTTP, HTTPS, TCP …'),
    vpc: z.string().describe('VPC: id or symbol'),
    targets: z.array(z.string()).describe('Registered targets: instance ids, addresses, ARNs or symbols'),
    healthCheckProtocol: z.string().describe('Protocol of the health check'),
    healthCheckPath: z.string().describe('Path that the health check asks for'),
    stickiness: z.boolean().describe('Sessions stick to a target'),
  }),
  read: {
    cloudformation: (from) => ({
      targetType: from.text('TargetType', 'instance'),
      protocol: from.text('Protocol'),
      vpc: filled(from.text('VpcId')),
      targets: setOf(from.texts('Targets[].Id', [])),
      healthCheckProtocol: from.text('HealthCheckProtocol'),
      healthCheckPath: from.text('HealthCheckPath'),
      stickiness: sticky(from),
    }),
    terraform: (from) => ({
      targetType: filled(from.text('target_type', 'instance')),
      protocol: filled(from.text('protocol')),
      vpc: filled(from.text('vpc_id')),
      healthCheckProtocol: filled(from.text('health_check.protocol')),
      healthCheckPath: filled(from.text('health_check.path')),
      stickiness: from.has('stickiness') === true ? from.flag('stickiness.enabled', true) : from.has('stickiness'),
    }),
    describe: (from) => ({
      targetType: from.text('TargetType', 'instance'),
      protocol: from.text('Protocol'),
      vpc: filled(from.text('VpcId')),
      targets: setOf(from.texts('TargetHealthDescriptions[].Target.Id', [])),
      healthCheckProtocol: from.text('HealthCheckProtocol'),
      healthCheckPath: from.text('HealthCheckPath'),
      stickiness: sticky(from),
    }),
  },
  parts: {
    aws_lb_target_group_attachment: { of: 'target_group_arn', read: (from) => ({ targets: from.texts('target_id') }), absent: { targets: [] } },
    aws_alb_target_group_attachment: { of: 'target_group_arn', read: (from) => ({ targets: from.texts('target_id') }) },
  },
  references: ({ vpc, targets }) => [...inbound('contains', vpc, 'AWS::EC2::VPC'), ...edges('routes', targets)],
});

function sticky(from: Properties): boolean | undefined {
  const all = from.items('TargetGroupAttributes[]');
  const found = all?.find((each) => each.text('Key') === 'stickiness.enabled');
  if (found) return is(found.text('Value'), 'true');
  return all === undefined || all.some((each) => each.text('Key') === undefined) ? undefined : false;
}
