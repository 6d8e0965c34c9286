import { service } from '../service.ts';

export const sesv2 = service({
  id: 'ses',
  title: 'SES',
  sdk: () => import('@aws-sdk/client-sesv2'),
  client: 'SESv2Client',
  rate: 1,
  operations: {
    ListMultiRegionEndpoints: { actions: ['ses:ListMultiRegionEndpoints'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
