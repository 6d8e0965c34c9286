import { service } from '../service.ts';

export const ssoAdmin = service({
  id: 'sso',
  title: 'IAM Identity Center',
  sdk: () => import('@aws-sdk/client-sso-admin'),
  client: 'SSOAdminClient',
  rate: 5,
  operations: {
    ListInstances: { actions: ['sso:ListInstances'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListRegions: { actions: ['sso:ListRegions'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
