import { service } from '../service.ts';

export const organizations = service({
  id: 'organizations',
  title: 'Organizations',
  sdk: () => import('@aws-sdk/client-organizations'),
  client: 'OrganizationsClient',
  rate: 1,
  global: true,
  operations: {
    ListPolicies: { actions: ['organizations:ListPolicies'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribePolicy: { actions: ['organizations:DescribePolicy'] },
    ListAccounts: { actions: ['organizations:ListAccounts'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
