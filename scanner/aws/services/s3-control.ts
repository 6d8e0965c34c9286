import { service } from '../service.ts';

export const s3Control = service({
  id: 's3-control',
  title: 'S3 Control',
  sdk: () => import('@aws-sdk/client-s3-control'),
  client: 'S3ControlClient',
  rate: 10,
  global: true,
  home: 'us-west-2', // Multi-Region Access Points are told of there alone
  operations: {
    ListMultiRegionAccessPoints: { actions: ['s3:ListMultiRegionAccessPoints'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
