import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { neptuneCluster } from '../../../model/kinds/neptune-cluster.ts';
import { referencesOf, sameAttributes } from '../../support/kind-reading.ts';

describe('neptune-cluster', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(neptuneCluster, {
      cloudformation: { DBClusterIdentifier: 'friends', EngineVersion: '1.3.2.0', StorageEncrypted: true, ServerlessScalingConfiguration: { MinCapacity: 1, MaxCapacity: 8 }, AssociatedRoles: [{ RoleArn: 'arn:aws:iam::123456789012:role/load' }] },
      terraform: { cluster_identifier: 'friends', engine_version: '1.3.2.0', storage_encrypted: true, serverless_v2_scaling_configuration: [{ min_capacity: 1, max_capacity: 8 }], iam_roles: ['arn:aws:iam::123456789012:role/load'] },
    });
    assert.deepEqual(read, {
      namedExplicitly: true, engineVersion: '1.3.2.0', joinsGlobalCluster: false, serverless: true, encrypted: true, deletionProtection: false, backupRetentionDays: 1,
      availabilityZones: [], logExports: [], roles: ['arn:aws:iam::123456789012:role/load'],
    });
  });

  it('links its global database, its source and its roles', () => {
    assert.deepEqual(referencesOf(neptuneCluster, { globalCluster: 'friends-global', source: 'arn:aws:rds:us-east-1:123456789012:cluster:friends', roles: ['arn:aws:iam::123456789012:role/load'] }), [
      { edge: 'contains', from: 'friends-global', to: '⟦itself⟧', target: 'AWS::Neptune::GlobalCluster' },
      { edge: 'replicates', from: 'arn:aws:rds:us-east-1:123456789012:cluster:friends', to: '⟦itself⟧', target: 'AWS::Neptune::DBCluster' },
      { edge: 'uses-role', to: 'arn:aws:iam::123456789012:role/load', target: 'AWS::IAM::Role' },
    ]);
  });
});
