import { service } from '../service.ts';

export const keyspaces = service({
  id: 'cassandra',
  title: 'Keyspaces',
  sdk: () => import('@aws-sdk/client-keyspaces'),
  client: 'KeyspacesClient',
  rate: 10,
  operations: {
    ListKeyspaces: { actions: ['cassandra:Select'], page: { ask: 'nextToken', next: 'nextToken' }, only: 'arn:*:cassandra:*:*:/keyspace/system*' },
  },
});
