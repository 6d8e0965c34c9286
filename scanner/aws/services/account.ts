import { service } from '../service.ts';

export const account = service({
  id: 'account',
  title: 'Account Management',
  sdk: () => import('@aws-sdk/client-account'),
  client: 'AccountClient',
  rate: 5,
  global: true,
  operations: {
    ListRegions: { actions: ['account:ListRegions'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
