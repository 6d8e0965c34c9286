import { service } from '../service.ts';

export const organizations = service({
  id: 'organizations',
  title: 'Organizations',
  sdk: () => import('@aws-sdk/client-organizations'),
  client: 'OrganizationsClient',
  rate: 1,
  global: true,
  operations: {
    ListAccounts: { actions: ['organizations:ListAccounts'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
