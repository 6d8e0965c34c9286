import { z } from 'zod';
import { kind } from '../kind.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import { filled, isSet, setOf } from '../reading.ts';

export const kmsKey = kind({
  id: 'kms-key',
  title: 'KMS key',
  traits: ['key', 'config'],
  names: { cloudformation: 'AWS::KMS::Key', terraform: ['aws_kms_key', 'aws_kms_external_key'] },
  arn: 'arn:{partition}:kms:{region}:{account}:key/{id}',
  name: {},
  attributes: z.object({
    multiRegion: z.boolean().describe('It is a multi-Region key; this can never be changed'),
    replicaRegions: z.array(z.string()).describe('Regions with a replica of it'),
    enabled: z.boolean().describe('It is enabled'),
    rotation: z.boolean().describe('Its material is rotated automatically'),
    spec: z.string().describe('Key spec: SYMMETRIC_DEFAULT, RSA_2048, HMAC_256 …'),
    usage: z.string().describe('ENCRYPT_DECRYPT, SIGN_VERIFY, GENERATE_VERIFY_MAC or KEY_AGREEMENT'),
    origin: z.string().describe('Where its material comes from: AWS_KMS, EXTERNAL, AWS_CLOUDHSM, EXTERNAL_KEY_STORE'),
    policy: z.array(policyStatementSchema).describe('Statements of the key policy'),
  }),
  read: {
    cloudformation: (from) => ({
      multiRegion: from.flag('MultiRegion', false),
      enabled: from.flag('Enabled', true),
      rotation: from.flag('EnableKeyRotation', false),
      spec: from.text('KeySpec', 'SYMMETRIC_DEFAULT'),
      usage: from.text('KeyUsage', 'ENCRYPT_DECRYPT'),
      origin: from.text('Origin', 'AWS_KMS'),
      policy: statementsOf(from, 'KeyPolicy'),
    }),
    terraform: (from, { type }) => ({
      multiRegion: from.flag('multi_region', false),
      usage: filled(from.text('key_usage', 'ENCRYPT_DECRYPT')),
      policy: statementsOf(from, 'policy'),
      ...(type === 'aws_kms_external_key'
        ? { enabled: from.flag('enabled'), rotation: false, spec: 'SYMMETRIC_DEFAULT', origin: 'EXTERNAL' }
        : {
            enabled: from.flag('is_enabled', true),
            rotation: from.flag('enable_key_rotation', false),
            spec: filled(from.text('customer_master_key_spec', 'SYMMETRIC_DEFAULT')),
            origin: isSet(from, 'custom_key_store_id') === false ? 'AWS_KMS' : isSet(from, 'xks_key_id') === true ? 'EXTERNAL_KEY_STORE' : undefined,
          }),
    }),
    describe: (from) => ({
      multiRegion: from.flag('MultiRegion', false),
      replicaRegions: setOf(from.texts('MultiRegionConfiguration.ReplicaKeys[].Region', [])),
      enabled: from.flag('Enabled'),
      rotation: from.flag('KeyRotationStatus'),
      spec: from.text('KeySpec'),
      usage: from.text('KeyUsage'),
      origin: from.text('Origin'),
      policy: statementsOf(from, 'Policy'),
    }),
  },
  copies: ({ replicaRegions = [] }) => replicaRegions.map((region) => ({ region, attributes: { multiRegion: true } })),
  parts: {
    aws_kms_key_policy: { of: 'key_id', read: (from) => ({ policy: statementsOf(from, 'policy') }) },
  },
});
