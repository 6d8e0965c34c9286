import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elasticacheGlobalReplicationGroup } from '../../../model/kinds/elasticache-global-replication-group.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('elasticache-global-replication-group', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(elasticacheGlobalReplicationGroup, {
      cloudformation: { GlobalReplicationGroupIdSuffix: 'sessions', CacheNodeType: 'cache.r7g.large', EngineVersion: '7.1', Members: [{ ReplicationGroupId: 'sessions', ReplicationGroupRegion: 'eu-west-1', Role: 'PRIMARY' }] },
      terraform: { global_replication_group_id_suffix: 'sessions', cache_node_type: 'cache.r7g.large', engine_version: '7.1', primary_replication_group_id: 'sessions' },
    });
    assert.deepEqual(read, { suffix: 'sessions', members: [{ group: 'sessions', region: 'eu-west-1', role: 'PRIMARY' }], engineVersion: '7.1', instanceClasses: ['cache.r7g.large'] });
    sameDescribed(elasticacheGlobalReplicationGroup, {
      like: read,
      beyond: { automaticFailover: true },
      describe: {
        GlobalReplicationGroupId: 'abcde-sessions', Status: 'primary-only', CacheNodeType: 'cache.r7g.large', EngineVersion: '7.1',
        Members: [{ ReplicationGroupId: 'sessions', ReplicationGroupRegion: 'eu-west-1', Role: 'PRIMARY', AutomaticFailover: 'enabled', Status: 'associated' }],
      },
    });
  });

  it('contains every member', () => {
    const { members } = attributesOf(elasticacheGlobalReplicationGroup, 'cloudformation', { Members: [{ ReplicationGroupId: 'a' }, { ReplicationGroupId: 'b' }] });
    assert.deepEqual(referencesOf(elasticacheGlobalReplicationGroup, { members }), [
      { edge: 'contains', to: 'a', target: 'AWS::ElastiCache::ReplicationGroup' },
      { edge: 'contains', to: 'b', target: 'AWS::ElastiCache::ReplicationGroup' },
    ]);
  });
});
