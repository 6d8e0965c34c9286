import { service } from '../service.ts';

export const tagging = service({
  id: 'tag',
  title: 'Resource Groups Tagging API',
  sdk: () => import('@aws-sdk/client-resource-groups-tagging-api'),
  client: 'ResourceGroupsTaggingAPIClient',
  rate: 5,
  operations: {
    GetResources: { actions: ['tag:GetResources'], page: { ask: 'PaginationToken', next: 'PaginationToken' } },
  },
});
