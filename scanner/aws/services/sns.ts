import { service } from '../service.ts';

export const sns = service({
  id: 'sns',
  title: 'SNS',
  sdk: () => import('@aws-sdk/client-sns'),
  client: 'SNSClient',
  rate: 10,
  operations: {
    ListTopics: { actions: ['sns:ListTopics'], page: { ask: 'NextToken', next: 'NextToken' } },
    GetTopicAttributes: { actions: ['sns:GetTopicAttributes'] },
    ListSubscriptions: { actions: ['sns:ListSubscriptions'], page: { ask: 'NextToken', next: 'NextToken' } },
    GetSubscriptionAttributes: { actions: ['sns:GetSubscriptionAttributes'] },
    ListTagsForResource: { actions: ['sns:ListTagsForResource'] },
  },
});
