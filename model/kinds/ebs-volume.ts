import { z } from 'zod';
import { kind } from '../kind.ts';
import { usesKeys } from '../linking.ts';
import { every, filled, isSet } from '../reading.ts';

export const ebsVolume = kind({
  id: 'ebs-volume',
  title: 'EBS volume',
  traits: ['data-store', 'zonal'],
  names: { cloudformation: 'AWS::EC2::Volume', terraform: ['aws_ebs_volume'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:volume/{id}',
  name: {},
  attributes: z.object({
    sizeGib: z.number().describe('Size in GiB'),
    encrypted: z.boolean().describe('It is encrypted'),
    kmsKey: z.string().describe('Customer managed key: ARN, id, alias or symbol'),
    availabilityZone: z.string().describe('Availability Zone by name'),
    snapshot: z.string().describe('Snapshot that it is made of'),
    deletedWithInstance: z.boolean().describe('It goes with the instance that it is attached to'),
  }),
  read: {
    cloudformation: (from) => ({
      sizeGib: from.count('Size'),
      encrypted: isSet(from, 'KmsKeyId') === true ? true : from.flag('Encrypted'),
      kmsKey: filled(from.text('KmsKeyId')),
      availabilityZone: filled(from.text('AvailabilityZone')),
      snapshot: filled(from.text('SnapshotId')),
      deletedWithInstance: false,
    }),
    terraform: (from) => ({
      sizeGib: from.count('size'),
      encrypted: isSet(from, 'kms_key_id') === true ? true : from.flag('encrypted'),
      kmsKey: filled(from.text('kms_key_id')),
      availabilityZone: filled(from.text('availability_zone')),
      snapshot: filled(from.text('snapshot_id')),
      deletedWithInstance: false,
    }),
    describe: (from) => ({
      sizeGib: from.count('Size'),
      encrypted: from.flag('Encrypted', false),
      kmsKey: filled(from.text('KmsKeyId')),
      availabilityZone: from.text('AvailabilityZone'),
      snapshot: filled(from.text('SnapshotId')),
      deletedWithInstance: attached(from.items('Attachments[]')?.map((each) => each.flag('DeleteOnTermination', false))),
    }),
  },
  references: ({ kmsKey }) => usesKeys(kmsKey),
});

/** A volume that is attached to nothing goes with nothing. */
function attached(flags: readonly (boolean | undefined)[] | undefined): boolean | undefined {
  return flags?.length === 0 ? false : every(flags);
}
