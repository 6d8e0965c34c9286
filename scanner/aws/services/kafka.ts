import { service } from '../service.ts';

export const kafka = service({
  id: 'kafka',
  title: 'MSK',
  sdk: () => import('@aws-sdk/client-kafka'),
  client: 'KafkaClient',
  rate: 10,
  operations: {
    ListClustersV2: { actions: ['kafka:ListClustersV2'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListKafkaVersions: { actions: ['kafka:ListKafkaVersions'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListReplicators: { actions: ['kafka:ListReplicators'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeReplicator: { actions: ['kafka:DescribeReplicator'] },
  },
});
