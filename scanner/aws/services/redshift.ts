import { service } from '../service.ts';

export const redshift = service({
  id: 'redshift',
  title: 'Redshift',
  sdk: () => import('@aws-sdk/client-redshift'),
  client: 'RedshiftClient',
  rate: 10,
  operations: {
    DescribeClusters: { actions: ['redshift:DescribeClusters'], page: { ask: 'Marker', next: 'Marker' } },
    DescribeLoggingStatus: { actions: ['redshift:DescribeLoggingStatus'] },
  },
});
