import { service } from '../service.ts';

export const events = service({
  id: 'events',
  title: 'EventBridge',
  sdk: () => import('@aws-sdk/client-eventbridge'),
  client: 'EventBridgeClient',
  rate: 10,
  operations: {
    ListEventBuses: { actions: ['events:ListEventBuses'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeEventBus: { actions: ['events:DescribeEventBus'] },
    ListEndpoints: { actions: ['events:ListEndpoints'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListRules: { actions: ['events:ListRules'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListTargetsByRule: { actions: ['events:ListTargetsByRule'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListTagsForResource: { actions: ['events:ListTagsForResource'] },
  },
});
