import { service } from '../service.ts';

export const s3tables = service({
  id: 's3tables',
  title: 'S3 Tables',
  sdk: () => import('@aws-sdk/client-s3tables'),
  client: 'S3TablesClient',
  rate: 10,
  operations: {
    ListTableBuckets: { actions: ['s3tables:ListTableBuckets'], page: { ask: 'continuationToken', next: 'continuationToken' } },
    GetTableBucketReplication: { actions: ['s3tables:GetTableBucketReplication'] },
    GetTableBucketEncryption: { actions: ['s3tables:GetTableBucketEncryption'] },
    ListTagsForResource: { actions: ['s3tables:ListTagsForResource'] },
  },
});
