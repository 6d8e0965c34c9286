import { service } from '../service.ts';

export const kms = service({
  id: 'kms',
  title: 'KMS',
  sdk: () => import('@aws-sdk/client-kms'),
  client: 'KMSClient',
  rate: 10,
  operations: {
    ListKeys: { actions: ['kms:ListKeys'], page: { ask: 'Marker', next: 'NextMarker' } },
    DescribeKey: { actions: ['kms:DescribeKey'] },
    ListAliases: { actions: ['kms:ListAliases'], page: { ask: 'Marker', next: 'NextMarker' } },
    GetKeyRotationStatus: { actions: ['kms:GetKeyRotationStatus'] },
    GetKeyPolicy: { actions: ['kms:GetKeyPolicy'] },
    ListResourceTags: { actions: ['kms:ListResourceTags'], page: { ask: 'Marker', next: 'NextMarker' } },
  },
});
