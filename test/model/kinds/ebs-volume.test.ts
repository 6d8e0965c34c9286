import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ebsVolume } from '../../../model/kinds/ebs-volume.ts';
import { attributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('ebs-volume', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(ebsVolume, {
      cloudformation: { Size: 200, KmsKeyId: 'alias/disks', AvailabilityZone: 'eu-west-1a', SnapshotId: 'snap-1' },
      terraform: { size: 200, kms_key_id: 'alias/disks', availability_zone: 'eu-west-1a', snapshot_id: 'snap-1' },
    });
    assert.deepEqual(read, { sizeGib: 200, encrypted: true, kmsKey: 'alias/disks', availabilityZone: 'eu-west-1a', snapshot: 'snap-1', deletedWithInstance: false });
    sameDescribed(ebsVolume, { like: read, describe: { VolumeId: 'vol-1', Size: 200, Encrypted: true, KmsKeyId: 'alias/disks', AvailabilityZone: 'eu-west-1a', SnapshotId: 'snap-1', Attachments: [{ InstanceId: 'i-1', DeleteOnTermination: false }] } });
  });

  it('tells volumes that go with their instance', () => {
    assert.equal(attributesOf(ebsVolume, 'describe', { Attachments: [{ DeleteOnTermination: true }] })['deletedWithInstance'], true);
    assert.equal(attributesOf(ebsVolume, 'describe', { Attachments: [] })['deletedWithInstance'], false);
  });
});
