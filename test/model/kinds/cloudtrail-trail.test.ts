import assert from 'node:assert/strict';
import { it } from 'node:test';
import { cloudtrailTrail } from '../../../model/kinds/cloudtrail-trail.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

it('cloudtrail-trail reads the same attributes from both, and writes to its bucket', () => {
  const read = sameAttributes(cloudtrailTrail, {
    cloudformation: { TrailName: 'audit', S3BucketName: 'trails', IsLogging: true, IsMultiRegionTrail: true, KMSKeyId: 'alias/audit' },
    terraform: { name: 'audit', s3_bucket_name: 'trails', enable_logging: true, is_multi_region_trail: true, kms_key_id: 'alias/audit' },
  });
  assert.deepEqual(read, { multiRegion: true, globalEvents: true, logging: true, bucket: 'trails', kmsKey: 'alias/audit' });
  sameDescribed(cloudtrailTrail, {
    like: read,
    beyond: { topic: 'arn:aws:sns:eu-west-1:123456789012:trails' },
    describe: {
      Name: 'audit', S3BucketName: 'trails', IsMultiRegionTrail: true, IncludeGlobalServiceEvents: true, KmsKeyId: 'alias/audit', HomeRegion: 'eu-west-1', TrailStatus: { IsLogging: true },
      SnsTopicName: 'arn:aws:sns:eu-west-1:123456789012:trails', SnsTopicARN: 'arn:aws:sns:eu-west-1:123456789012:trails',
    },
  });
  assert.deepEqual(referencesOf(cloudtrailTrail, read), [
    { edge: 'writes', to: 'trails', target: 'AWS::S3::Bucket' },
    { edge: 'uses-key', to: 'alias/audit', target: 'AWS::KMS::Alias' },
  ]);
});
