import { service } from '../service.ts';

export const elasticache = service({
  id: 'elasticache',
  title: 'ElastiCache',
  sdk: () => import('@aws-sdk/client-elasticache'),
  client: 'ElastiCacheClient',
  rate: 10,
  operations: {
    DescribeReplicationGroups: { actions: ['elasticache:DescribeReplicationGroups'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeCacheClusters: { actions: ['elasticache:DescribeCacheClusters'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeGlobalReplicationGroups: { actions: ['elasticache:DescribeGlobalReplicationGroups'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeServerlessCaches: { actions: ['elasticache:DescribeServerlessCaches'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeCacheEngineVersions: { actions: ['elasticache:DescribeCacheEngineVersions'], page: { ask: 'Marker', next: 'Marker' } },
    ListTagsForResource: { actions: ['elasticache:ListTagsForResource'] },
  },
});
