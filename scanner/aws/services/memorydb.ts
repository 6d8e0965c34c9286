import { service } from '../service.ts';

export const memorydb = service({
  id: 'memorydb',
  title: 'MemoryDB',
  sdk: () => import('@aws-sdk/client-memorydb'),
  client: 'MemoryDBClient',
  rate: 10,
  operations: {
    DescribeClusters: { actions: ['memorydb:DescribeClusters'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeMultiRegionClusters: { actions: ['memorydb:DescribeMultiRegionClusters'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListTags: { actions: ['memorydb:ListTags'] },
  },
});
