import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kinesisStream } from '../../../model/kinds/kinesis-stream.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('kinesis-stream', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(kinesisStream, {
      cloudformation: { Name: 'clicks', ShardCount: 4, StreamEncryption: { EncryptionType: 'KMS', KeyId: 'alias/clicks' } },
      terraform: { name: 'clicks', shard_count: 4, encryption_type: 'KMS', kms_key_id: 'alias/clicks' },
    });
    assert.deepEqual(read, { mode: 'PROVISIONED', shards: 4, retentionHours: 24, encrypted: true, kmsKey: 'alias/clicks' });
    sameDescribed(kinesisStream, {
      like: read,
      describe: { StreamName: 'clicks', StreamStatus: 'ACTIVE', StreamModeDetails: { StreamMode: 'PROVISIONED' }, OpenShardCount: 4, RetentionPeriodHours: 24, EncryptionType: 'KMS', KeyId: 'alias/clicks' },
    });
    assert.deepEqual(referencesOf(kinesisStream, read), [{ edge: 'uses-key', to: 'alias/clicks', target: 'AWS::KMS::Alias' }]);
  });

  it('counts no shards on demand', () => {
    const read = sameAttributes(kinesisStream, { cloudformation: { StreamModeDetails: { StreamMode: 'ON_DEMAND' } }, terraform: { stream_mode_details: [{ stream_mode: 'ON_DEMAND' }], shard_count: 0 } });
    assert.deepEqual(read, { mode: 'ON_DEMAND', retentionHours: 24, encrypted: false });
  });
});
