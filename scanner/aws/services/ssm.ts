import { service } from '../service.ts';

export const ssm = service({
  id: 'ssm',
  title: 'Systems Manager',
  sdk: () => import('@aws-sdk/client-ssm'),
  client: 'SSMClient',
  rate: 10,
  operations: {
    DescribeParameters: { actions: ['ssm:DescribeParameters'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListTagsForResource: { actions: ['ssm:ListTagsForResource'] },
    GetParameters: { actions: ['ssm:GetParameters'], only: 'arn:*:ssm:*::parameter/aws/service/*' },
  },
});
