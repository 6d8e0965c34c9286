import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges } from '../linking.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import { filled, setOf } from '../reading.ts';

export const vpcEndpoint = kind({
  id: 'vpc-endpoint',
  title: 'VPC endpoint',
  traits: ['network'],
  names: { cloudformation: 'AWS::EC2::VPCEndpoint', terraform: ['aws_vpc_endpoint'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:vpc-endpoint/{id}',
  name: {},
  hosts: ['{id}-*.*.{region}.vpce.{suffix}'],
  attributes: z.object({
    service: z.string().describe('Service name: com.amazonaws.eu-west-1.s3, com.amazonaws.vpce.eu-west-1.vpce-svc-…'),
    serviceRegion: z.string().describe('Region of the service, where it is not the endpoint’s own'),
    type: z.string().describe('Interface, Gateway, GatewayLoadBalancer, Resource, ServiceNetwork'),
    vpc: z.string().describe('VPC: id or symbol'),
    subnets: z.array(z.string()).describe('Subnets of its network interfaces'),
    securityGroups: z.array(z.string()).describe('Security groups'),
    routeTables: z.array(z.string()).describe('Route tables of a gateway endpoint'),
    privateDns: z.boolean().describe('The service’s own names resolve to it'),
    policy: z.array(policyStatementSchema).describe('Statements of the endpoint policy'),
  }),
  read: {
    cloudformation: (from) => ({
      service: filled(from.text('ServiceName')),
      serviceRegion: filled(from.text('ServiceRegion')),
      type: from.text('VpcEndpointType', 'Gateway'),
      vpc: from.text('VpcId'),
      subnets: setOf(from.texts('SubnetIds[]', [])),
      securityGroups: setOf(from.texts('SecurityGroupIds[]', [])),
      routeTables: setOf(from.texts('RouteTableIds[]', [])),
      privateDns: from.flag('PrivateDnsEnabled'),
      policy: statementsOf(from, 'PolicyDocument'),
    }),
    terraform: (from) => ({
      service: filled(from.text('service_name')),
      serviceRegion: filled(from.text('service_region')),
      type: filled(from.text('vpc_endpoint_type', 'Gateway')),
      vpc: from.text('vpc_id'),
      subnets: setOf(from.texts('subnet_ids[]', [])),
      securityGroups: setOf(from.texts('security_group_ids[]', [])),
      routeTables: setOf(from.texts('route_table_ids[]', [])),
      privateDns: from.flag('private_dns_enabled'),
      policy: statementsOf(from, 'policy'),
    }),
    describe: (from) => ({
      service: filled(from.text('ServiceName')),
      serviceRegion: filled(from.text('ServiceRegion')),
      type: from.text('VpcEndpointType', 'Gateway'),
      vpc: from.text('VpcId'),
      subnets: setOf(from.texts('SubnetIds[]', [])),
      securityGroups: setOf(from.texts('Groups[].GroupId', [])),
      routeTables: setOf(from.texts('RouteTableIds[]', [])),
      privateDns: from.flag('PrivateDnsEnabled', false),
      policy: statementsOf(from, 'PolicyDocument'),
    }),
  },
  parts: {
    aws_vpc_endpoint_policy: { of: 'vpc_endpoint_id', read: (from) => ({ policy: statementsOf(from, 'policy') }) },
    aws_vpc_endpoint_subnet_association: { of: 'vpc_endpoint_id', read: (from) => ({ subnets: from.texts('subnet_id') }) },
    aws_vpc_endpoint_route_table_association: { of: 'vpc_endpoint_id', read: (from) => ({ routeTables: from.texts('route_table_id') }) },
    aws_vpc_endpoint_security_group_association: { of: 'vpc_endpoint_id', read: (from) => ({ securityGroups: from.texts('security_group_id') }) },
  },
  references: ({ vpc, subnets, securityGroups, routeTables }) => [...attachesTo({ vpc, subnets, securityGroups }), ...edges('attaches', routeTables, 'AWS::EC2::RouteTable')],
});
