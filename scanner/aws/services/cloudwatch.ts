import { service } from '../service.ts';

export const cloudwatch = service({
  id: 'cloudwatch',
  title: 'CloudWatch',
  sdk: () => import('@aws-sdk/client-cloudwatch'),
  client: 'CloudWatchClient',
  rate: 10,
  operations: {
    DescribeAlarms: { actions: ['cloudwatch:DescribeAlarms'], page: { ask: 'NextToken', next: 'NextToken' } },
    GetMetricStatistics: { actions: ['cloudwatch:GetMetricStatistics'] },
    ListTagsForResource: { actions: ['cloudwatch:ListTagsForResource'] },
  },
});
