import { z } from 'zod';
import { kind } from '../kind.ts';
import { inbound } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled } from '../reading.ts';

export const subnet = kind({
  id: 'subnet',
  title: 'Subnet',
  traits: ['network', 'zonal'],
  names: { cloudformation: 'AWS::EC2::Subnet', terraform: ['aws_subnet'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:subnet/{id}',
  name: {},
  attributes: z.object({
    vpc: z.string().describe('VPC: id or symbol'),
    cidrBlock: z.string().describe('IPv4 address range'),
    availabilityZone: z.string().describe('Availability Zone, local zone or wavelength zone by name'),
    availabilityZoneId: z.string().describe('Availability Zone by id, which means the same zone in every account'),
    outpost: z.string().describe('Outpost that it is on: ARN or symbol'),
    publicAddresses: z.boolean().describe('Instances in it get public addresses'),
    freeAddresses: z.number().describe('Free IPv4 addresses'),
  }),
  read: {
    cloudformation: declared,
    terraform: (from) => ({
      vpc: from.text('vpc_id'),
      cidrBlock: filled(from.text('cidr_block')),
      availabilityZone: filled(from.text('availability_zone')),
      availabilityZoneId: filled(from.text('availability_zone_id')),
      outpost: filled(from.text('outpost_arn')),
      publicAddresses: from.flag('map_public_ip_on_launch', false),
    }),
    describe: (from) => ({ ...declared(from), freeAddresses: from.count('AvailableIpAddressCount') }),
  },
  references: ({ vpc }) => inbound('contains', vpc, 'AWS::EC2::VPC'),
});

/** The service answers with the members that the template has. */
function declared(from: Properties) {
  return {
    vpc: from.text('VpcId'),
    cidrBlock: filled(from.text('CidrBlock')),
    availabilityZone: filled(from.text('AvailabilityZone')),
    availabilityZoneId: filled(from.text('AvailabilityZoneId')),
    outpost: filled(from.text('OutpostArn')),
    publicAddresses: from.flag('MapPublicIpOnLaunch', false),
  };
}
