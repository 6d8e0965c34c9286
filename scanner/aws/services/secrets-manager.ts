import { service } from '../service.ts';

export const secretsManager = service({
  id: 'secretsmanager',
  title: 'Secrets Manager',
  sdk: () => import('@aws-sdk/client-secrets-manager'),
  client: 'SecretsManagerClient',
  rate: 10,
  operations: {
    ListSecrets: { actions: ['secretsmanager:ListSecrets'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeSecret: { actions: ['secretsmanager:DescribeSecret'] },
    GetResourcePolicy: { actions: ['secretsmanager:GetResourcePolicy'] },
  },
});
