import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { neptuneInstance } from '../../../model/kinds/neptune-instance.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('neptune-instance', () => {
  it('reads the same attributes from both, and the cluster that contains it', () => {
    const read = sameAttributes(neptuneInstance, {
      cloudformation: { DBInstanceClass: 'db.r6g.large', DBClusterIdentifier: 'main', AvailabilityZone: 'eu-west-1a' },
      terraform: { instance_class: 'db.r6g.large', cluster_identifier: 'main', availability_zone: 'eu-west-1a' },
    });
    assert.deepEqual(read, { instanceClasses: ['db.r6g.large'], cluster: 'main', availabilityZone: 'eu-west-1a' });
    sameDescribed(neptuneInstance, { like: read, describe: { DBInstanceIdentifier: 'main-1', Engine: 'neptune', DBInstanceClass: 'db.r6g.large', DBClusterIdentifier: 'main', AvailabilityZone: 'eu-west-1a' } });
    assert.deepEqual(referencesOf(neptuneInstance, read), [{ edge: 'contains', from: 'main', to: '⟦itself⟧', target: 'AWS::Neptune::DBCluster' }]);
  });
});
