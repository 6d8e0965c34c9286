import { service } from '../service.ts';

const page = { ask: 'NextToken', next: 'NextToken' } as const;

export const resourceExplorer = service({
  id: 'resource-explorer-2',
  title: 'Resource Explorer',
  sdk: () => import('@aws-sdk/client-resource-explorer-2'),
  client: 'ResourceExplorer2Client',
  rate: 5,
  operations: {
    ListIndexes: { actions: ['resource-explorer-2:ListIndexes'], page },
    GetDefaultView: { actions: ['resource-explorer-2:GetDefaultView'] },
    GetView: { actions: ['resource-explorer-2:GetView'] },
    ListResources: { actions: ['resource-explorer-2:ListResources'], page },
  },
});
