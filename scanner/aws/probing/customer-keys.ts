import type { KeyListEntry } from '@aws-sdk/client-kms';
import type { Place } from '../probe.ts';
import { kms } from '../services/kms.ts';

interface CustomerKeys {
  readonly single: readonly KeyListEntry[];
  /** Primaries and replicas; only DescribeKey tells which. */
  readonly multiRegion: readonly KeyListEntry[];
}

/** Customer managed keys of a place. Keys that AWS manages are told by their aliases, which they cannot do without. */
export async function customerKeys(place: Place): Promise<CustomerKeys> {
  const managed = new Set<string>();
  for await (const { Aliases = [] } of place.pages(kms, 'ListAliases', { Limit: 100 })) {
    for (const { AliasName = '', TargetKeyId = '' } of Aliases) if (AliasName.startsWith('alias/aws/')) managed.add(TargetKeyId);
  }
  const keys: KeyListEntry[] = [];
  for await (const { Keys = [] } of place.pages(kms, 'ListKeys', { Limit: 1000 })) keys.push(...Keys.filter(({ KeyId = '' }) => KeyId !== '' && !managed.has(KeyId)));
  const isMultiRegion = ({ KeyId = '' }: KeyListEntry): boolean => KeyId.startsWith('mrk-');
  return { single: keys.filter((key) => !isMultiRegion(key)), multiRegion: keys.filter(isMultiRegion) };
}
