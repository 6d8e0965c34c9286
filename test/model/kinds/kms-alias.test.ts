import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kmsAlias } from '../../../model/kinds/kms-alias.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('kms-alias', () => {
  it('reads the same attributes from both, and uses its key', () => {
    const read = sameAttributes(kmsAlias, { cloudformation: { AliasName: 'alias/shop', TargetKeyId: '1234' }, terraform: { name: 'alias/shop', target_key_id: '1234' } });
    assert.deepEqual(read, { key: '1234' });
    sameDescribed(kmsAlias, { like: read, describe: { AliasName: 'alias/shop', AliasArn: 'arn:aws:kms:eu-west-1:123456789012:alias/shop', TargetKeyId: '1234' } });
    assert.deepEqual(referencesOf(kmsAlias, read), [{ edge: 'uses-key', to: '1234', target: 'AWS::KMS::Key' }]);
  });
});
