import { z } from 'zod';
import { kind } from '../kind.ts';
import { usesKeys } from '../linking.ts';
import { filled, is, isSet } from '../reading.ts';

export const kinesisStream = kind({
  id: 'kinesis-stream',
  title: 'Kinesis data stream',
  traits: ['data-store', 'messaging'],
  names: { cloudformation: 'AWS::Kinesis::Stream', terraform: ['aws_kinesis_stream'] },
  arn: 'arn:{partition}:kinesis:{region}:{account}:stream/{name}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    mode: z.string().describe('PROVISIONED or ON_DEMAND'),
    shards: z.number().describe('Provisioned shards'),
    retentionHours: z.number().describe('Hours that records are kept'),
    encrypted: z.boolean().describe('Server-side encryption is on'),
    kmsKey: z.string().describe('Encryption key'),
  }),
  read: {
    cloudformation: (from) => ({
      mode: from.text('StreamModeDetails.StreamMode', 'PROVISIONED'),
      shards: from.count('ShardCount'),
      retentionHours: from.count('RetentionPeriodHours', 24),
      encrypted: isSet(from, 'StreamEncryption.EncryptionType'),
      kmsKey: filled(from.text('StreamEncryption.KeyId')),
    }),
    terraform: (from) => ({
      mode: from.text('stream_mode_details.stream_mode', 'PROVISIONED'),
      shards: from.count('shard_count') || undefined,
      retentionHours: from.count('retention_period', 24),
      encrypted: is(from.text('encryption_type', 'NONE'), 'KMS'),
      kmsKey: filled(from.text('kms_key_id')),
    }),
    describe: (from) => ({
      mode: from.text('StreamModeDetails.StreamMode', 'PROVISIONED'),
      shards: from.count('OpenShardCount'),
      retentionHours: from.count('RetentionPeriodHours'),
      encrypted: is(from.text('EncryptionType', 'NONE'), 'KMS'),
      kmsKey: filled(from.text('KeyId')),
    }),
  },
  references: ({ kmsKey }) => usesKeys(kmsKey),
});
