import { service } from '../service.ts';

export const rds = service({
  id: 'rds',
  title: 'RDS',
  sdk: () => import('@aws-sdk/client-rds'),
  client: 'RDSClient',
  rate: 10,
  operations: {
    DescribeDBInstances: { actions: ['rds:DescribeDBInstances'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeDBClusters: { actions: ['rds:DescribeDBClusters'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeGlobalClusters: { actions: ['rds:DescribeGlobalClusters'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeDBEngineVersions: { actions: ['rds:DescribeDBEngineVersions'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeDBClusterParameters: { actions: ['rds:DescribeDBClusterParameters'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeOrderableDBInstanceOptions: { actions: ['rds:DescribeOrderableDBInstanceOptions'], page: { ask: 'Marker', next: 'Marker' } },
  },
});
