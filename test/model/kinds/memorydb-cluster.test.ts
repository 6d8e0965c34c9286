import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memorydbCluster } from '../../../model/kinds/memorydb-cluster.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('memorydb-cluster', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(memorydbCluster, {
      cloudformation: { ClusterName: 'ledger', Engine: 'valkey', EngineVersion: '7.3', NodeType: 'db.r7g.xlarge', MultiRegionClusterName: 'abcde-ledger', KmsKeyId: 'alias/db', SecurityGroupIds: ['sg-1'] },
      terraform: { name: 'ledger', engine: 'valkey', engine_version: '7.3', node_type: 'db.r7g.xlarge', multi_region_cluster_name: 'abcde-ledger', kms_key_arn: 'alias/db', security_group_ids: ['sg-1'] },
    });
    assert.deepEqual(read, {
      engine: 'valkey', engineVersion: '7.3', instanceClasses: ['db.r7g.xlarge'], joinsMultiRegionCluster: true, multiRegionCluster: 'abcde-ledger', shards: 1,
      replicasPerShard: 1, snapshotRetentionDays: 0, kmsKey: 'alias/db', securityGroups: ['sg-1'],
    });
    sameDescribed(memorydbCluster, {
      like: read,
      beyond: { parameterGroup: 'default.memorydb-valkey7', subnetGroup: 'private' },
      describe: {
        Name: 'ledger', Engine: 'valkey', EngineVersion: '7.3', NodeType: 'db.r7g.xlarge', MultiRegionClusterName: 'abcde-ledger', NumberOfShards: 1, Shards: [{ Name: '0001', NumberOfNodes: 2 }],
        SnapshotRetentionLimit: 0, KmsKeyId: 'alias/db', ParameterGroupName: 'default.memorydb-valkey7', SubnetGroupName: 'private', SecurityGroups: [{ SecurityGroupId: 'sg-1', Status: 'active' }],
      },
    });
  });

  it('links the Multi-Region cluster that contains it', () => {
    assert.deepEqual(referencesOf(memorydbCluster, { multiRegionCluster: 'abcde-ledger' }), [
      { edge: 'contains', from: 'abcde-ledger', to: '⟦itself⟧', target: 'AWS::MemoryDB::MultiRegionCluster' },
    ]);
  });
});
