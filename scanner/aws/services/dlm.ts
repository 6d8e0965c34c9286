import { service } from '../service.ts';

export const dlm = service({
  id: 'dlm',
  title: 'Data Lifecycle Manager',
  sdk: () => import('@aws-sdk/client-dlm'),
  client: 'DLMClient',
  rate: 5,
  operations: {
    GetLifecyclePolicies: { actions: ['dlm:GetLifecyclePolicies'] },
    GetLifecyclePolicy: { actions: ['dlm:GetLifecyclePolicy'] },
  },
});
