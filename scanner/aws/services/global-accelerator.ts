import { service } from '../service.ts';

export const globalAccelerator = service({
  id: 'globalaccelerator',
  title: 'Global Accelerator',
  sdk: () => import('@aws-sdk/client-global-accelerator'),
  client: 'GlobalAcceleratorClient',
  rate: 10,
  global: true,
  home: 'us-west-2', // regionready-ignore code-region-literal -- its API is served from there alone
  operations: {
    ListAccelerators: { actions: ['globalaccelerator:ListAccelerators'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeAcceleratorAttributes: { actions: ['globalaccelerator:DescribeAcceleratorAttributes'] },
    ListListeners: { actions: ['globalaccelerator:ListListeners'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListEndpointGroups: { actions: ['globalaccelerator:ListEndpointGroups'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListTagsForResource: { actions: ['globalaccelerator:ListTagsForResource'] },
  },
});
