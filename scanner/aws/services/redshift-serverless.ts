import { service } from '../service.ts';

export const redshiftServerless = service({
  id: 'redshift-serverless',
  title: 'Redshift Serverless',
  sdk: () => import('@aws-sdk/client-redshift-serverless'),
  client: 'RedshiftServerlessClient',
  rate: 10,
  operations: {
    ListNamespaces: { actions: ['redshift-serverless:ListNamespaces'], page: { ask: 'nextToken', next: 'nextToken' } },
    ListSnapshotCopyConfigurations: { actions: ['redshift-serverless:ListSnapshotCopyConfigurations'], page: { ask: 'nextToken', next: 'nextToken' } },
    ListTagsForResource: { actions: ['redshift-serverless:ListTagsForResource'] },
  },
});
