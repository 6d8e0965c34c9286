import { service } from '../service.ts';

export const s3 = service({
  id: 's3',
  title: 'S3',
  sdk: () => import('@aws-sdk/client-s3'),
  client: 'S3Client',
  rate: 10,
  operations: {
    ListBuckets: { actions: ['s3:ListAllMyBuckets'], page: { ask: 'ContinuationToken', next: 'ContinuationToken' } },
    GetBucketLocation: { actions: ['s3:GetBucketLocation'] },
    GetBucketVersioning: { actions: ['s3:GetBucketVersioning'] },
    GetBucketReplication: { actions: ['s3:GetReplicationConfiguration'] },
    GetBucketEncryption: { actions: ['s3:GetEncryptionConfiguration'] },
    GetBucketLifecycleConfiguration: { actions: ['s3:GetLifecycleConfiguration'] },
    GetBucketNotificationConfiguration: { actions: ['s3:GetBucketNotification'] },
    GetBucketCors: { actions: ['s3:GetBucketCORS'] },
    GetBucketWebsite: { actions: ['s3:GetBucketWebsite'] },
    GetBucketOwnershipControls: { actions: ['s3:GetBucketOwnershipControls'] },
    GetPublicAccessBlock: { actions: ['s3:GetBucketPublicAccessBlock'] },
    GetBucketLogging: { actions: ['s3:GetBucketLogging'] },
    GetBucketPolicy: { actions: ['s3:GetBucketPolicy'] },
    GetObjectLockConfiguration: { actions: ['s3:GetBucketObjectLockConfiguration'] },
    GetBucketTagging: { actions: ['s3:GetBucketTagging'] },
  },
});
