import { service } from '../service.ts';

export const imagebuilder = service({
  id: 'imagebuilder',
  title: 'EC2 Image Builder',
  sdk: () => import('@aws-sdk/client-imagebuilder'),
  client: 'ImagebuilderClient',
  rate: 5,
  operations: {
    ListDistributionConfigurations: { actions: ['imagebuilder:ListDistributionConfigurations'], page: { ask: 'nextToken', next: 'nextToken' } },
    GetDistributionConfiguration: { actions: ['imagebuilder:GetDistributionConfiguration'] },
  },
});
