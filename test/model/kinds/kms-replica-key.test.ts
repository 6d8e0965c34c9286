import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kmsReplicaKey } from '../../../model/kinds/kms-replica-key.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('kms-replica-key', () => {
  it('reads the same attributes from both, and says that the primary replicates to it', () => {
    const primary = 'arn:aws:kms:eu-west-1:123456789012:key/mrk-1234abcd12ab34cd56ef1234567890ab';
    const read = sameAttributes(kmsReplicaKey, {
      cloudformation: { PrimaryKeyArn: primary, KeyPolicy: { Statement: [] } },
      terraform: { primary_key_arn: primary, policy: '{"Statement":[]}' },
    });
    assert.deepEqual(read, { primary, enabled: true, policy: [] });
    sameDescribed(kmsReplicaKey, {
      like: read,
      describe: { KeyId: 'mrk-1', Enabled: true, MultiRegion: true, MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA', PrimaryKey: { Arn: primary, Region: 'eu-west-1' } }, Policy: '{"Statement":[]}' },
    });
    assert.deepEqual(referencesOf(kmsReplicaKey, read), [{ edge: 'replicates', from: primary, to: '⟦itself⟧', target: 'AWS::KMS::Key' }]);
  });
});
