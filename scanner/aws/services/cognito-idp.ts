import { service } from '../service.ts';

export const cognitoIdp = service({
  id: 'cognito-idp',
  title: 'Cognito user pools',
  sdk: () => import('@aws-sdk/client-cognito-identity-provider'),
  client: 'CognitoIdentityProviderClient',
  rate: 10,
  operations: {
    ListUserPools: { actions: ['cognito-idp:ListUserPools'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeUserPool: { actions: ['cognito-idp:DescribeUserPool'] },
    DescribeUserPoolDomain: { actions: ['cognito-idp:DescribeUserPoolDomain'] },
    GetUserPoolMfaConfig: { actions: ['cognito-idp:GetUserPoolMfaConfig'] },
    ListUserPoolReplicas: { actions: ['cognito-idp:ListUserPoolReplicas'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
