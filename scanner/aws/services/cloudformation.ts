import { service } from '../service.ts';

export const cloudformation = service({
  id: 'cloudformation',
  title: 'CloudFormation',
  sdk: () => import('@aws-sdk/client-cloudformation'),
  client: 'CloudFormationClient',
  rate: 3,
  operations: {
    ListStackSets: { actions: ['cloudformation:ListStackSets'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeStackSet: { actions: ['cloudformation:DescribeStackSet'] },
  },
});
