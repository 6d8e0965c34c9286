import { service } from '../service.ts';

export const sts = service({
  id: 'sts',
  title: 'Security Token Service',
  sdk: () => import('@aws-sdk/client-sts'),
  client: 'STSClient',
  rate: 5,
  operations: {
    GetCallerIdentity: { actions: ['sts:GetCallerIdentity'] },
    AssumeRole: { actions: ['sts:AssumeRole'], only: 'arn:*:iam::*:role/regionready-*' },
  },
});
