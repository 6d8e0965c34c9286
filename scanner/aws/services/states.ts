import { service } from '../service.ts';

export const states = service({
  id: 'states',
  title: 'Step Functions',
  sdk: () => import('@aws-sdk/client-sfn'),
  client: 'SFNClient',
  rate: 10,
  operations: {
    ListStateMachines: { actions: ['states:ListStateMachines'], page: { ask: 'nextToken', next: 'nextToken' } },
    DescribeStateMachine: { actions: ['states:DescribeStateMachine'] },
    ListTagsForResource: { actions: ['states:ListTagsForResource'] },
  },
});
