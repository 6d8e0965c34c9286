import type { KeyMetadata } from '@aws-sdk/client-kms';
import { detail, probe, type Listed } from '../probe.ts';
import { customerKeys } from '../probing/customer-keys.ts';
import { kms } from '../services/kms.ts';

const key = ({ name }: Listed): { KeyId: string } => ({ KeyId: name });

export const kmsKey = probe({
  kind: 'kms-key',
  lists: [[kms, 'ListAliases'], [kms, 'ListKeys'], [kms, 'DescribeKey']],
  margin: 2,
  async *list(place) {
    const { single, multiRegion } = await customerKeys(place);
    for (const { KeyId: name = '', KeyArn: arn } of single) yield { name, arn, document: {} };
    for (const { KeyId: name = '', KeyArn: arn } of multiRegion) {
      const { KeyMetadata } = await place.call(kms, 'DescribeKey', { KeyId: name });
      if (KeyMetadata?.MultiRegionConfiguration?.MultiRegionKeyType !== 'REPLICA') yield { name, arn, document: KeyMetadata ?? {} };
    }
  },
  details: {
    KeyMetadata: detail(kms, 'DescribeKey', {
      input: key,
      take: ({ KeyMetadata }) => KeyMetadata,
      when: ({ document }) => Object.keys(document).length === 0,
      base: true,
      answers: ['multiRegion', 'replicaRegions', 'enabled', 'spec', 'usage', 'origin'],
    }),
    KeyRotationStatus: detail(kms, 'GetKeyRotationStatus', {
      input: key,
      take: ({ KeyRotationEnabled }) => KeyRotationEnabled,
      when: ({ document }) => rotates(document),
      answers: ['rotation'],
    }),
    Policy: detail(kms, 'GetKeyPolicy', { input: (item) => ({ ...key(item), PolicyName: 'default' }), take: ({ Policy }) => Policy, answers: ['policy'] }),
    Tags: detail(kms, 'ListResourceTags', { input: key, take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['policy'],
});

/** Only symmetric encryption keys whose material comes from KMS have a rotation that could be asked for. */
const rotates = ({ KeySpec, Origin, KeyState }: Partial<KeyMetadata>): boolean => (KeySpec ?? 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT' && (Origin ?? 'AWS_KMS') === 'AWS_KMS' && KeyState !== 'PendingDeletion';
