import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { neptuneCluster } from '../../../model/kinds/neptune-cluster.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

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
    sameDescribed(neptuneCluster, {
      like: read,
      untold: ['namedExplicitly'],
      beyond: { securityGroups: ['sg-1'], parameterGroup: 'default.neptune1.3', subnetGroup: 'default', kmsKey: 'arn:aws:kms:eu-west-1:123456789012:key/1' },
      describe: {
        DBClusterIdentifier: 'friends', Engine: 'neptune', EngineVersion: '1.3.2.0', StorageEncrypted: true, KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1', BackupRetentionPeriod: 1, DeletionProtection: false,
        ServerlessV2ScalingConfiguration: { MinCapacity: 1, MaxCapacity: 8 }, AssociatedRoles: [{ RoleArn: 'arn:aws:iam::123456789012:role/load', Status: 'ACTIVE' }], DBClusterParameterGroup: 'default.neptune1.3',
        DBSubnetGroup: 'default', VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }], AvailabilityZones: [],
      },
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
