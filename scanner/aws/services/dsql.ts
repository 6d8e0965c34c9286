import { service } from '../service.ts';

export const dsql = service({
  id: 'dsql',
  title: 'Aurora DSQL',
  sdk: () => import('@aws-sdk/client-dsql'),
  client: 'DSQLClient',
  rate: 10,
  operations: {
    ListClusters: { actions: ['dsql:ListClusters'], page: { ask: 'nextToken', next: 'nextToken' } },
    GetCluster: { actions: ['dsql:GetCluster'] },
  },
});
