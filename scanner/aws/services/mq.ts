import { service } from '../service.ts';

export const mq = service({
  id: 'mq',
  title: 'Amazon MQ',
  sdk: () => import('@aws-sdk/client-mq'),
  client: 'MqClient',
  rate: 10,
  operations: {
    ListBrokers: { actions: ['mq:ListBrokers'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeBrokerEngineTypes: { actions: ['mq:DescribeBrokerEngineTypes'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeBroker: { actions: ['mq:DescribeBroker'] },
  },
});
