import { z } from 'zod';
import { kind } from '../kind.ts';
import { filled, setOf } from '../reading.ts';

export const capacityReservation = kind({
  id: 'capacity-reservation',
  title: 'EC2 Capacity Reservation',
  traits: ['zonal'],
  names: { cloudformation: 'AWS::EC2::CapacityReservation', terraform: ['aws_ec2_capacity_reservation'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:capacity-reservation/{id}',
  name: {},
  attributes: z.object({
    instanceClasses: z.array(z.string()).describe('Instance type, as a list of one'),
    instances: z.number().describe('Instances that it holds capacity for'),
    platform: z.string().describe('Operating system: Linux/UNIX, Windows …'),
    availabilityZone: z.string().describe('Availability Zone by name'),
    matching: z.string().describe('open: any instance that fits uses it; targeted: only instances that name it'),
  }),
  read: {
    cloudformation: (from) => ({
      instanceClasses: setOf(from.texts('InstanceType')),
      instances: from.count('InstanceCount'),
      platform: from.text('InstancePlatform'),
      availabilityZone: filled(from.text('AvailabilityZone')),
      matching: from.text('InstanceMatchCriteria', 'open'),
    }),
    terraform: (from) => ({
      instanceClasses: setOf(from.texts('instance_type')),
      instances: from.count('instance_count'),
      platform: from.text('instance_platform'),
      availabilityZone: filled(from.text('availability_zone')),
      matching: filled(from.text('instance_match_criteria', 'open')),
    }),
    describe: (from) => ({
      instanceClasses: setOf(from.texts('InstanceType')),
      instances: from.count('TotalInstanceCount'),
      platform: from.text('InstancePlatform'),
      availabilityZone: from.text('AvailabilityZone'),
      matching: from.text('InstanceMatchCriteria', 'open'),
    }),
  },
});
