import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, is, setOf, union } from '../reading.ts';

export const loadBalancer = kind({
  id: 'load-balancer',
  title: 'Elastic Load Balancing load balancer',
  traits: ['edge'],
  names: { cloudformation: 'AWS::ElasticLoadBalancingV2::LoadBalancer', terraform: ['aws_lb', 'aws_alb'] },
  arn: 'arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/{id}',
  name: { cloudformation: 'Name', terraform: 'name' },
  hosts: ['{name}-*.{region}.elb.{suffix}', 'internal-{name}-*.{region}.elb.{suffix}', '{name}-*.elb.{region}.{suffix}'],
  attributes: z.object({
    type: z.string().describe('application, network or gateway'),
    internal: z.boolean().describe('It cannot be reached from the internet'),
    subnets: z.array(z.string()).describe('Subnets'),
    securityGroups: z.array(z.string()).describe('Security groups'),
    addresses: z.array(z.string()).describe('Elastic IP addresses: allocation ids or symbols'),
    minimumCapacity: z.number().describe('Reserved capacity in load balancer capacity units; 0 where none is reserved'),
    deletionProtection: z.boolean().describe('Deletion protection is on'),
    logBucket: z.string().describe('Bucket that access logs are delivered to'),
  }),
  read: {
    cloudformation: (from) => ({
      type: from.text('Type', 'application'),
      internal: is(from.text('Scheme', 'internet-facing'), 'internal'),
      subnets: union(from.texts('Subnets[]', []), from.texts('SubnetMappings[].SubnetId', [])),
      securityGroups: setOf(from.texts('SecurityGroups[]', [])),
      addresses: setOf(from.texts('SubnetMappings[].AllocationId', [])),
      minimumCapacity: from.count('MinimumLoadBalancerCapacity.CapacityUnits', 0),
      deletionProtection: is(option(from, 'deletion_protection.enabled', 'false'), 'true'),
      logBucket: option(from, 'access_logs.s3.bucket'),
    }),
    terraform: (from) => ({
      type: filled(from.text('load_balancer_type', 'application')),
      internal: from.flag('internal', false),
      subnets: union(from.texts('subnets[]', []), from.texts('subnet_mapping[].subnet_id', [])),
      securityGroups: setOf(from.texts('security_groups[]', [])),
      addresses: setOf(from.texts('subnet_mapping[].allocation_id', [])),
      minimumCapacity: from.count('minimum_load_balancer_capacity.capacity_units', 0),
      deletionProtection: from.flag('enable_deletion_protection', false),
      logBucket: filled(from.text('access_logs.bucket')),
    }),
    describe: (from) => ({
      type: from.text('Type', 'application'),
      internal: is(from.text('Scheme', 'internet-facing'), 'internal'),
      subnets: setOf(from.texts('AvailabilityZones[].SubnetId', [])),
      securityGroups: setOf(from.texts('SecurityGroups[]', [])),
      addresses: setOf(from.texts('AvailabilityZones[].LoadBalancerAddresses[].AllocationId', [])),
      minimumCapacity: from.has('CapacityReservation') === true ? from.count('CapacityReservation.MinimumLoadBalancerCapacity.CapacityUnits', 0) : undefined,
      deletionProtection: is(option(from, 'deletion_protection.enabled', 'false'), 'true'),
      logBucket: option(from, 'access_logs.s3.enabled', 'false') === 'true' ? option(from, 'access_logs.s3.bucket') : undefined,
    }),
  },
  references: ({ subnets, securityGroups, addresses, logBucket }) => [
    ...attachesTo({ subnets, securityGroups }),
    ...edges('attaches', addresses, 'AWS::EC2::EIP'),
    ...edges('writes', logBucket, 'AWS::S3::Bucket'),
  ],
});

/** An option out of a list of { Key, Value }; `absent` where it is not among them. */
function option(from: Properties, key: string, absent?: string): string | undefined {
  const all = from.items('LoadBalancerAttributes[]');
  const found = all?.find((each) => each.text('Key') === key);
  if (found) return filled(found.text('Value'));
  return all === undefined || all.some((each) => each.text('Key') === undefined) ? undefined : absent;
}
