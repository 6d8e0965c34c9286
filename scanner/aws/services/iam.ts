import { service } from '../service.ts';

export const iam = service({
  id: 'iam',
  title: 'IAM',
  sdk: () => import('@aws-sdk/client-iam'),
  client: 'IAMClient',
  rate: 10,
  global: true,
  operations: {
    GetAccountAuthorizationDetails: { actions: ['iam:GetAccountAuthorizationDetails'], page: { ask: 'Marker', next: 'Marker' } },
    GetAccountSummary: { actions: ['iam:GetAccountSummary'] },
    ListPolicyTags: { actions: ['iam:ListPolicyTags'], page: { ask: 'Marker', next: 'Marker' } },
  },
});
