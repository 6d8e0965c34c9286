import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elasticacheReplicationGroup } from '../../../model/kinds/elasticache-replication-group.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('elasticache-replication-group', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(elasticacheReplicationGroup, {
      cloudformation: { ReplicationGroupId: 'sessions', Engine: 'valkey', EngineVersion: '8.0', CacheNodeType: 'cache.r7g.large', GlobalReplicationGroupId: 'abcde-sessions', SnapshotRetentionLimit: 5, NumCacheClusters: 2, AutomaticFailoverEnabled: true, MultiAZEnabled: true, NetworkType: 'ipv4', KmsKeyId: 'alias/cache', CacheSubnetGroupName: 'cache', SecurityGroupIds: ['sg-1'] },
      terraform: { replication_group_id: 'sessions', engine: 'valkey', engine_version: '8.0', node_type: 'cache.r7g.large', global_replication_group_id: 'abcde-sessions', snapshot_retention_limit: 5, num_cache_clusters: 2, automatic_failover_enabled: true, multi_az_enabled: true, network_type: 'ipv4', kms_key_id: 'alias/cache', subnet_group_name: 'cache', security_group_ids: ['sg-1'], auth_token: 'not-to-be-kept' },
    });
    assert.deepEqual(read, {
      engine: 'valkey', engineVersion: '8.0', instanceClasses: ['cache.r7g.large'], joinsGlobalGroup: true, globalGroup: 'abcde-sessions', snapshotRetentionDays: 5, nodes: 2,
      automaticFailover: true, multiAz: true, networkType: 'ipv4', kmsKey: 'alias/cache', subnetGroup: 'cache', securityGroups: ['sg-1'],
    });
    sameDescribed(elasticacheReplicationGroup, {
      like: read,
      beyond: { parameterGroup: 'default.valkey8', topic: 'arn:aws:sns:eu-west-1:123456789012:ops' },
      describe: {
        ReplicationGroupId: 'sessions', Engine: 'valkey', CacheNodeType: 'cache.r7g.large', ClusterEnabled: false, SnapshotRetentionLimit: 5, MemberClusters: ['sessions-001', 'sessions-002'],
        GlobalReplicationGroupInfo: { GlobalReplicationGroupId: 'abcde-sessions', GlobalReplicationGroupMemberRole: 'SECONDARY' }, AutomaticFailover: 'enabled', MultiAZ: 'enabled', NetworkType: 'ipv4', KmsKeyId: 'alias/cache',
        MemberCluster: {
          CacheClusterId: 'sessions-001', EngineVersion: '8.0', CacheParameterGroup: { CacheParameterGroupName: 'default.valkey8' }, CacheSubnetGroupName: 'cache',
          SecurityGroups: [{ SecurityGroupId: 'sg-1', Status: 'active' }], NotificationConfiguration: { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:ops', TopicStatus: 'active' },
        },
      },
    });
  });

  it('links the global datastore that contains it', () => {
    assert.deepEqual(referencesOf(elasticacheReplicationGroup, { globalGroup: 'abcde-sessions', topic: 'arn:aws:sns:eu-west-1:123456789012:ops' }), [
      { edge: 'contains', from: 'abcde-sessions', to: '⟦itself⟧', target: 'AWS::ElastiCache::GlobalReplicationGroup' },
      { edge: 'triggers', to: 'arn:aws:sns:eu-west-1:123456789012:ops', target: 'AWS::SNS::Topic' },
    ]);
  });
});
