import { rule } from '../rule.ts';
import { sizeOf } from '../support/class-size.ts';
import { listed } from '../support/list.ts';
import { holdsOwnData } from '../support/cache-data.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const group = (type: string, rest = ''): string => yaml`
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: { SnapshotRetentionLimit: 7, CacheNodeType: ${type}${rest} }
`;

export const dataElasticacheGdsBlocker = rule({
  id: 'data-elasticache-gds-blocker',
  title: 'Cache cannot be part of a Global Datastore as it is',
  on: 'elasticache-replication-group',
  needs: ['instanceClasses', 'snapshotRetentionDays'],
  severity: severities('-/M/H/H'),
  why: 'Global Datastore takes certain node families of size large and up only, and no clusters with durability: the data cannot be replicated before the cluster is rebuilt.',
  fix: 'Move to a supported family and size (M5, M6g, M7g, R5, R6g, R6gd, R7g, C7gn; large or larger), use MemoryDB Multi-Region for durable data, or rebuild the cache in the target region from its source.',
  effect: 'Blocks the Global Datastore, so that RPO is everything in the cache until the cluster has been rebuilt with another node type; RTO grows by filling the new one.',
  links: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html'],
  examples: {
    gap: [
      { name: 'a burstable node', home: group('cache.t4g.medium') },
      { name: 'durability', home: group('cache.r7g.large', ', Durability: sync') },
    ],
    ready: [{ home: group('cache.r7g.large') }],
    unknown: [{ home: group("'{{resolve:ssm:/sessions/type}}'") }],
  },

  /** A cache that is filled again from its source needs no Global Datastore. */
  check(cache, { intent: { target } }) {
    if (!holdsOwnData(cache)) return undefined;
    const { instanceClasses, durability, networkType } = cache.attributes;
    const blockers = [
      ...instanceClasses.filter((name) => !isSupported(name)).map((name) => `${name} is not supported`),
      ...(durability === 'async' || durability === 'sync' ? ['durability is on'] : []),
      ...(networkType === 'ipv6' ? ['it uses IPv6 only'] : []),
    ];
    return blockers.length === 0 ? ready() : gap(`${cache.name} cannot be replicated to ${target} by a Global Datastore: ${listed(blockers)}.`, { blocking: true });
  },
});

/** Families and sizes that the documentation lists for Global Datastore. */
const isSupported = (name: string): boolean => /^cache\.(?:m5|m6g|m7g|r5|r6g|r6gd|r7g|c7gn)\./.test(name) && (sizeOf(name) ?? 0) >= (sizeOf('large') ?? 0);
