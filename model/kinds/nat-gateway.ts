import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, inbound } from '../linking.ts';
import { is, setOf, union } from '../reading.ts';

export const natGateway = kind({
  id: 'nat-gateway',
  title: 'NAT gateway',
  traits: ['network', 'zonal'],
  names: { cloudformation: 'AWS::EC2::NatGateway', terraform: ['aws_nat_gateway'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:natgateway/{id}',
  name: {},
  attributes: z.object({
    private: z.boolean().describe('It translates between private networks and has no public address'),
    addresses: z.array(z.string()).describe('Elastic IP addresses that calls leave by: allocation ids or symbols'),
    subnets: z.array(z.string()).describe('Subnet that it stands in, as a list of one'),
    vpc: z.string().describe('VPC, where it is named: that of a regional gateway'),
  }),
  read: {
    cloudformation: (from) => ({
      private: is(from.text('ConnectivityType', 'public'), 'private'),
      addresses: union(from.texts('AllocationId', []), from.texts('SecondaryAllocationIds[]', []), from.texts('AvailabilityZoneAddresses[].AllocationIds[]', [])),
      subnets: setOf(from.texts('SubnetId', [])),
      vpc: from.text('VpcId'),
    }),
    terraform: (from) => ({
      private: is(from.text('connectivity_type', 'public'), 'private'),
      addresses: union(from.texts('allocation_id', []), from.texts('secondary_allocation_ids[]', [])),
      subnets: setOf(from.texts('subnet_id', [])),
    }),
    describe: (from) => ({
      private: is(from.text('ConnectivityType', 'public'), 'private'),
      addresses: setOf(from.texts('NatGatewayAddresses[].AllocationId', [])),
      subnets: setOf(from.texts('SubnetId', [])),
      vpc: from.text('VpcId'),
    }),
  },
  references: ({ addresses, subnets, vpc }) => [...edges('attaches', addresses, 'AWS::EC2::EIP'), ...inbound('contains', subnets, 'AWS::EC2::Subnet'), ...inbound('contains', vpc, 'AWS::EC2::VPC')],
});
