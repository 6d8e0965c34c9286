import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kmsKey } from '../../../../scanner/aws/probes/kms-key.ts';
import { kmsReplicaKey } from '../../../../scanner/aws/probes/kms-replica-key.ts';
import { listed, scriptedPlace } from '../../../support/scripted-place.ts';

const arn = (id: string): string => `arn:aws:kms:eu-west-1:123456789012:key/${id}`;
const place = (): ReturnType<typeof scriptedPlace> =>
  scriptedPlace({
    ListAliases: () => [{ Aliases: [{ AliasName: 'alias/aws/s3', TargetKeyId: 'managed' }] }, { Aliases: [{ AliasName: 'alias/shop', TargetKeyId: 'plain' }, { AliasName: 'alias/none' }] }],
    ListKeys: () => ({ Keys: ['managed', 'plain', 'mrk-1', 'mrk-2'].map((KeyId) => ({ KeyId, KeyArn: arn(KeyId) })) }),
    DescribeKey: ({ KeyId }: { KeyId: string }) => ({ KeyMetadata: { KeyId, MultiRegionConfiguration: { MultiRegionKeyType: KeyId === 'mrk-1' ? 'PRIMARY' : 'REPLICA' } } }),
  });

describe('kms-key', () => {
  it('lists customer managed keys that are no replicas, and describes only those whose id leaves it open', async () => {
    const there = place();
    const keys = await listed(kmsKey, there);
    assert.deepEqual(keys.map(({ name, arn }) => [name, arn]), [['plain', arn('plain')], ['mrk-1', arn('mrk-1')]]);
    assert.deepEqual(there.asked.filter((each) => each.startsWith('DescribeKey')), ['DescribeKey {"KeyId":"mrk-1"}', 'DescribeKey {"KeyId":"mrk-2"}']);
    assert.deepEqual(keys.map((key) => kmsKey.details?.['KeyMetadata']?.when?.(key)), [true, false]);
  });

  it('leaves replicas to their own kind', async () => {
    assert.deepEqual((await listed(kmsReplicaKey, place())).map(({ name }) => name), ['mrk-2']);
  });

  it('does not ask for the rotation of keys that have none', () => {
    const rotates = (document: object): unknown => kmsKey.details?.['KeyRotationStatus']?.when?.({ name: 'x', document });
    assert.equal(rotates({ KeySpec: 'SYMMETRIC_DEFAULT', Origin: 'AWS_KMS' }), true);
    assert.equal(rotates({ KeySpec: 'RSA_2048', Origin: 'AWS_KMS' }), false);
    assert.equal(rotates({ KeySpec: 'SYMMETRIC_DEFAULT', Origin: 'EXTERNAL' }), false);
  });
});
