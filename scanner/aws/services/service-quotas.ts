import { service } from '../service.ts';

export const serviceQuotas = service({
  id: 'servicequotas',
  title: 'Service Quotas',
  sdk: () => import('@aws-sdk/client-service-quotas'),
  client: 'ServiceQuotasClient',
  rate: 5,
  operations: {
    ListServiceQuotas: { actions: ['servicequotas:ListServiceQuotas'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
