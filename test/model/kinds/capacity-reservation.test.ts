import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { capacityReservation } from '../../../model/kinds/capacity-reservation.ts';
import { attributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('capacity-reservation', () => {
  it('reads the same attributes from every source', () => {
    const read = sameAttributes(capacityReservation, {
      cloudformation: { InstanceType: 'm7g.large', InstanceCount: 4, InstancePlatform: 'Linux/UNIX', AvailabilityZone: 'eu-west-1a', InstanceMatchCriteria: 'targeted' },
      terraform: { instance_type: 'm7g.large', instance_count: 4, instance_platform: 'Linux/UNIX', availability_zone: 'eu-west-1a', instance_match_criteria: 'targeted' },
    });
    assert.deepEqual(read, { instanceClasses: ['m7g.large'], instances: 4, platform: 'Linux/UNIX', availabilityZone: 'eu-west-1a', matching: 'targeted' });
    sameDescribed(capacityReservation, {
      like: read,
      describe: { CapacityReservationId: 'cr-1', InstanceType: 'm7g.large', TotalInstanceCount: 4, AvailableInstanceCount: 1, InstancePlatform: 'Linux/UNIX', AvailabilityZone: 'eu-west-1a', InstanceMatchCriteria: 'targeted' },
    });
    assert.equal(attributesOf(capacityReservation, 'cloudformation', {})['matching'], 'open');
  });
});
