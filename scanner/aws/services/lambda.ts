import { service } from '../service.ts';

export const lambda = service({
  id: 'lambda',
  title: 'Lambda',
  sdk: () => import('@aws-sdk/client-lambda'),
  client: 'LambdaClient',
  rate: 10,
  operations: {
    ListFunctions: { actions: ['lambda:ListFunctions'], page: { ask: 'Marker', next: 'NextMarker' } },
    GetFunction: { actions: ['lambda:GetFunction'] },
    GetFunctionConcurrency: { actions: ['lambda:GetFunctionConcurrency'] },
    ListProvisionedConcurrencyConfigs: { actions: ['lambda:ListProvisionedConcurrencyConfigs'], page: { ask: 'Marker', next: 'NextMarker' } },
    ListFunctionEventInvokeConfigs: { actions: ['lambda:ListFunctionEventInvokeConfigs'], page: { ask: 'Marker', next: 'NextMarker' } },
    ListFunctionUrlConfigs: { actions: ['lambda:ListFunctionUrlConfigs'], page: { ask: 'Marker', next: 'NextMarker' } },
    ListEventSourceMappings: { actions: ['lambda:ListEventSourceMappings'], page: { ask: 'Marker', next: 'NextMarker' } },
    ListTags: { actions: ['lambda:ListTags'] },
  },
});
