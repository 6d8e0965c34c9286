import { service } from '../service.ts';

export const neptune = service({
  id: 'neptune',
  title: 'Neptune',
  sdk: () => import('@aws-sdk/client-neptune'),
  client: 'NeptuneClient',
  rate: 10,
  operations: {
    DescribeDBInstances: { actions: ['rds:DescribeDBInstances'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeDBClusters: { actions: ['rds:DescribeDBClusters'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeGlobalClusters: { actions: ['rds:DescribeGlobalClusters'], page: { ask: 'Marker', next: 'Marker' } },
    ListTagsForResource: { actions: ['rds:ListTagsForResource'] },
  },
});
