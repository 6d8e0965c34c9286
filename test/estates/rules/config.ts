import type { EstateExample } from '../../../rules/rule.ts';
import type { Closings } from '../../support/closing/case.ts';
import { byDeploying, byHand, byTemplate, byTerraform } from './words.ts';

const keyArn = 'arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab';
/** A multi-Region key that a scan of AWS found. */
const multiRegionKey = {
  name: 'a key that AWS told of', home: "Topic:\n  Type: AWS::SNS::Topic",
  described: [{ kind: 'kms-key', name: 'mrk-1234abcd12ab34cd56ef1234567890ab', arn: keyArn, document: { KeyId: 'mrk-1234abcd12ab34cd56ef1234567890ab', Arn: keyArn, MultiRegion: true, KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', KeyManager: 'CUSTOMER', KeyState: 'Enabled', MultiRegionConfiguration: { MultiRegionKeyType: 'PRIMARY', ReplicaKeys: [] } } }],
} as const satisfies EstateExample;

export const config = {
  'config-acm-cert-missing': [byTemplate(), byTerraform()],
  'config-appconfig-single-region': byDeploying(),
  'config-crypto-regional': byDeploying(),
  'config-kms-single-region': [
    byTemplate({ from: multiRegionKey, given: { PrimaryKeyArn: keyArn } }),
    byTemplate({ given: { PrimaryKeyArn: keyArn }, then: 'TokensMultiRegion', also: { home: 'Tokens: null' }, says: 'everything is signed with the new key, and the old one goes' }),
  ],
  'config-kms-target-key-missing': [byTemplate(), byTerraform()],
  'config-regional-value': byHand('each region has a value of its own', { target: "Endpoint: { Type: 'AWS::SSM::Parameter', Properties: { Type: String, Name: /shop/queue, Value: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders' } }" }),
  'config-secret-no-replica': [byTemplate(), byTemplate({ from: 1 })],
  'config-secret-replica-stale': {
    by: 'cli', calls: ['secretsmanager replicate-secret-to-regions'], says: 'the call makes the replica anew',
    leaves: ([call]) => ({ now: { described: [{ kind: 'secret', name: 'payments/stripe', arn: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:payments/stripe-AbCdEf', document: { Name: 'payments/stripe', ReplicationStatus: [{ Region: call?.option('add-replica-regions').replace('Region=', '') ?? '', Status: 'InSync' }] } }] } }),
  },
  'config-ssm-param-missing': [byTemplate({ given: { Value: '42' } }), byTerraform({ given: { shop_limit: '42' } })],
} as const satisfies Closings;
