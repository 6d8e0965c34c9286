import { service } from '../service.ts';

export const cloudfront = service({
  id: 'cloudfront',
  title: 'CloudFront',
  sdk: () => import('@aws-sdk/client-cloudfront'),
  client: 'CloudFrontClient',
  rate: 10,
  global: true,
  operations: {
    ListDistributions: { actions: ['cloudfront:ListDistributions'], page: { ask: 'Marker', next: 'DistributionList.NextMarker' } },
    GetDistributionConfig: { actions: ['cloudfront:GetDistributionConfig'] },
    ListTagsForResource: { actions: ['cloudfront:ListTagsForResource'] },
  },
});
