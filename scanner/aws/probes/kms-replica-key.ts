import { detail, probe, type Listed } from '../probe.ts';
import { customerKeys } from '../probing/customer-keys.ts';
import { kms } from '../services/kms.ts';

const key = ({ name }: Listed): { KeyId: string } => ({ KeyId: name });

export const kmsReplicaKey = probe({
  kind: 'kms-replica-key',
  lists: [[kms, 'ListAliases'], [kms, 'ListKeys'], [kms, 'DescribeKey']],
  within: ['kms-key'],
  margin: 2,
  async *list(place) {
    for (const { KeyId: name = '', KeyArn: arn } of (await customerKeys(place)).multiRegion) {
      const { KeyMetadata } = await place.call(kms, 'DescribeKey', { KeyId: name });
      if (KeyMetadata?.MultiRegionConfiguration?.MultiRegionKeyType === 'REPLICA') yield { name, arn, document: KeyMetadata };
    }
  },
  details: {
    Policy: detail(kms, 'GetKeyPolicy', { input: (item) => ({ ...key(item), PolicyName: 'default' }), take: ({ Policy }) => Policy, answers: ['policy'] }),
    Tags: detail(kms, 'ListResourceTags', { input: key, take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
});
