import { elasticacheGlobal } from '../remedies/elasticache-global.ts';
import { rule } from '../rule.ts';
import { holdsOwnData } from '../support/cache-data.ts';
import { spansTo } from '../support/global-database.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt } from '../verdict.ts';

export const dataElasticacheNoGlobal = rule({
  id: 'data-elasticache-no-global',
  title: 'Cache that holds data of its own is in one region only',
  on: 'elasticache-replication-group',
  needs: ['joinsGlobalGroup', 'snapshotRetentionDays'],
  severity: severities('L/M/H/H'),
  why: 'Snapshots or durability say that the cache holds data which cannot be made again from a database. That data is lost to the target region.',
  fix: 'Make it the primary of a Global Datastore with a secondary in the target region (node-based clusters only; promotion is manual), or keep the data in a replicated store and tag the cache mr:data-class=cache. For active-active a cache per region is usually better.',
  remedy: elasticacheGlobal,
  effect: 'RPO is everything that only the cache holds, or what changed since the last exported snapshot; RTO is filling a new cluster. With a Global Datastore RPO is the lag of its asynchronous replication, and RTO a promotion by hand.',
  links: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastore.html'],
  examples: {
    gap: [
      { home: yaml`
        Sessions:
          Type: AWS::ElastiCache::ReplicationGroup
          Properties: { SnapshotRetentionLimit: 7 }
      ` },
      { name: 'tagged as system of record', home: yaml`
        Sessions:
          Type: AWS::ElastiCache::ReplicationGroup
          Properties: { Tags: [{ Key: mr:data-class, Value: record }] }
      ` },
    ],
    ready: [
      { home: yaml`
        Sessions:
          Type: AWS::ElastiCache::ReplicationGroup
          Properties: { ReplicationGroupId: sessions, SnapshotRetentionLimit: 7 }
        Global:
          Type: AWS::ElastiCache::GlobalReplicationGroup
          Properties:
            Members:
              - { ReplicationGroupId: !Ref Sessions, ReplicationGroupRegion: us-east-1, Role: PRIMARY }
              - { ReplicationGroupId: sessions-2, ReplicationGroupRegion: eu-west-1, Role: SECONDARY }
      ` },
    ],
    unknown: [
      { name: 'whether snapshots are taken depends on deployment', home: yaml`
        Sessions:
          Type: AWS::ElastiCache::ReplicationGroup
          Properties: { SnapshotRetentionLimit: '{{resolve:ssm:/sessions/retention}}' }
      ` },
    ],
    exempt: [
      { name: 'no snapshots: a look-aside cache', home: yaml`
        Cache:
          Type: AWS::ElastiCache::ReplicationGroup
      ` },
    ],
  },

  check(group, context) {
    if (!holdsOwnData(group)) return exempt(`${group.name} keeps no snapshots, so it is taken for a cache that is filled again from its source.`);
    return spansTo(group, context, 'Global Datastore');
  },
});
