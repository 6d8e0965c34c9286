import { service } from '../service.ts';

export const sqs = service({
  id: 'sqs',
  title: 'SQS',
  sdk: () => import('@aws-sdk/client-sqs'),
  client: 'SQSClient',
  rate: 10,
  operations: {
    ListQueues: { actions: ['sqs:ListQueues'], page: { ask: 'NextToken', next: 'NextToken' } },
    GetQueueAttributes: { actions: ['sqs:GetQueueAttributes'] },
    ListQueueTags: { actions: ['sqs:ListQueueTags'] },
  },
});
