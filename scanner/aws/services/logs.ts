import { service } from '../service.ts';

export const logs = service({
  id: 'logs',
  title: 'CloudWatch Logs',
  sdk: () => import('@aws-sdk/client-cloudwatch-logs'),
  client: 'CloudWatchLogsClient',
  rate: 10,
  operations: {
    DescribeLogGroups: { actions: ['logs:DescribeLogGroups'], page: { ask: 'nextToken', next: 'nextToken' } },
    DescribeSubscriptionFilters: { actions: ['logs:DescribeSubscriptionFilters'], page: { ask: 'nextToken', next: 'nextToken' } },
    DescribeMetricFilters: { actions: ['logs:DescribeMetricFilters'], page: { ask: 'nextToken', next: 'nextToken' } },
    ListTagsForResource: { actions: ['logs:ListTagsForResource'] },
  },
});
