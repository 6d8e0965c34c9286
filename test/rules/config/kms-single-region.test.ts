import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configKmsSingleRegion } from '../../../rules/config/kms-single-region.ts';
import { configKmsTargetKeyMissing } from '../../../rules/config/kms-target-key-missing.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { judgeExample } from '../../support/run-example.ts';

const key = (rest = ''): string => yaml`
  Key:
    Type: AWS::KMS::Key
    Properties: { Enabled: true${rest} }
`;
const table = yaml`
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: !Ref Key } }
`;
const said = (home: string, target?: string): string[] =>
  judgeExample([configKmsSingleRegion, configKmsTargetKeyMissing], { home, ...(target === undefined ? {} : { target }) }).map(({ rule, state }) => `${rule} ${state}`);

describe('keys', () => {
  it('have one finding for one cause', () => {
    assert.deepEqual(said(`${key()}\n${table}`), ['config-kms-target-key-missing gap']);
    assert.deepEqual(said(`${key(', MultiRegion: true')}\n${table}`), ['config-kms-single-region gap']);
    assert.deepEqual(said(`${key(', KeyUsage: GENERATE_VERIFY_MAC, KeySpec: HMAC_256')}`), ['config-kms-single-region gap']);
  });

  it('that nothing uses are none of anybody’s business', () => {
    assert.deepEqual(said(key()), []);
  });

  it('of two deployments are different keys, multi-Region or not', () => {
    assert.deepEqual(said(`${key()}\n${table}`, `${key()}\n${table}`), ['config-kms-target-key-missing ready']);
    assert.deepEqual(said(key(', MultiRegion: true'), key(', MultiRegion: true')), ['config-kms-single-region gap']);
  });

  it('that are disabled in the target do not count', () => {
    assert.deepEqual(said(`${key()}\n${table}`, `${key().replace('true', 'false')}\n${table}`), ['config-kms-target-key-missing gap']);
  });
});
