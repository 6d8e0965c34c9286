import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kmsKey } from '../../../model/kinds/kms-key.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('kms-key', () => {
  const document = { Statement: [{ Effect: 'Allow', Principal: { Service: 'logs.eu-west-1.amazonaws.com' }, Action: 'kms:Decrypt', Resource: '*' }] };

  it('reads the same attributes from both', () => {
    const read = sameAttributes(kmsKey, {
      cloudformation: { MultiRegion: true, EnableKeyRotation: true, KeyPolicy: document },
      terraform: { multi_region: true, enable_key_rotation: true, policy: JSON.stringify(document), customer_master_key_spec: 'SYMMETRIC_DEFAULT' },
    });
    assert.deepEqual(read, {
      multiRegion: true, enabled: true, rotation: true, spec: 'SYMMETRIC_DEFAULT', usage: 'ENCRYPT_DECRYPT', origin: 'AWS_KMS',
      policy: [{ effect: 'Allow', actions: ['kms:Decrypt'], resources: ['*'], principals: ['logs.eu-west-1.amazonaws.com'], conditions: [] }],
    });
    sameDescribed(kmsKey, {
      like: read,
      beyond: { replicaRegions: ['eu-central-1'] },
      describe: {
        KeyId: 'mrk-1', KeyManager: 'CUSTOMER', KeyState: 'Enabled', Enabled: true, MultiRegion: true, KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', Origin: 'AWS_KMS', KeyRotationStatus: true,
        MultiRegionConfiguration: { MultiRegionKeyType: 'PRIMARY', PrimaryKey: { Region: 'eu-west-1' }, ReplicaKeys: [{ Region: 'eu-central-1' }] }, Policy: JSON.stringify(document),
      },
    });
  });

  it('is a single-Region key unless told otherwise, and untold where that is unresolved', () => {
    assert.equal(attributesOf(kmsKey, 'cloudformation', {})['multiRegion'], false);
    assert.equal('multiRegion' in attributesOf(kmsKey, 'terraform', { multi_region: unresolved('variable') }), false);
  });

  it('knows imported and custom key stores', () => {
    assert.deepEqual(attributesOf(kmsKey, 'terraform', { multi_region: true }, { type: 'aws_kms_external_key' }), { multiRegion: true, usage: 'ENCRYPT_DECRYPT', rotation: false, spec: 'SYMMETRIC_DEFAULT', origin: 'EXTERNAL' });
    assert.equal(attributesOf(kmsKey, 'terraform', { custom_key_store_id: 'cks-1', xks_key_id: 'x' })['origin'], 'EXTERNAL_KEY_STORE');
    assert.equal('origin' in attributesOf(kmsKey, 'terraform', { custom_key_store_id: 'cks-1' }), false);
  });
});
