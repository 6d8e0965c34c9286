import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { s3TableBucket } from '../../../model/kinds/s3-table-bucket.ts';
import { attributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

const copy = 'arn:aws:s3tables:eu-central-1:123456789012:bucket/lake-copy';
const role = 'arn:aws:iam::123456789012:role/replication';
const kmsKey = 'arn:aws:kms:eu-west-1:123456789012:key/1';

describe('s3-table-bucket', () => {
  it('reads where tables are replicated to', () => {
    const read = sameAttributes(s3TableBucket, {
      cloudformation: { ReplicationConfiguration: { Role: role, Rules: [{ Destinations: [{ DestinationTableBucketARN: copy }] }] }, EncryptionConfiguration: { SSEAlgorithm: 'aws:kms', KMSKeyArn: kmsKey } },
      terraform: { name: 'lake', encryption_configuration: [{ sse_algorithm: 'aws:kms', kms_key_arn: kmsKey }] },
      parts: { aws_s3tables_table_bucket_replication: { role, rule: [{ destination: [{ destination_table_bucket_arn: copy }] }] } },
    });
    assert.deepEqual(read, { destinations: [copy], replicationRole: role, kmsKey });
    sameDescribed(s3TableBucket, {
      like: read,
      describe: { name: 'lake', ReplicationConfiguration: { role, rules: [{ destinations: [{ destinationTableBucketARN: copy }] }] }, EncryptionConfiguration: { sseAlgorithm: 'aws:kms', kmsKeyArn: kmsKey } },
    });
  });

  it('knows a bucket without replication in each source', () => {
    const bare = sameAttributes(s3TableBucket, { cloudformation: {}, terraform: { name: 'lake' }, parts: {} });
    assert.deepEqual(bare, { destinations: [] });
    sameDescribed(s3TableBucket, { like: bare, describe: { name: 'lake' } });
    assert.deepEqual(attributesOf(s3TableBucket, 'terraform', { name: 'lake' }), {});
  });
});
