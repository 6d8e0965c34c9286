import { service } from '../service.ts';

export const docdb = service({
  id: 'docdb',
  title: 'DocumentDB',
  sdk: () => import('@aws-sdk/client-docdb'),
  client: 'DocDBClient',
  rate: 10,
  operations: {
    DescribeDBInstances: { actions: ['rds:DescribeDBInstances'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeDBClusters: { actions: ['rds:DescribeDBClusters'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeGlobalClusters: { actions: ['rds:DescribeGlobalClusters'], page: { ask: 'Marker', next: 'Marker' } },
    ListTagsForResource: { actions: ['rds:ListTagsForResource'] },
  },
});
