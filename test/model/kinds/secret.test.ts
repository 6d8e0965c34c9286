import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { secret } from '../../../model/kinds/secret.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('secret', () => {
  it('knows AWS’s own key for what it is, though Terraform’s provider names it', () => {
    const own = sameAttributes(secret, { cloudformation: { Name: 'db', ReplicaRegions: [{ Region: 'eu-central-1' }] }, terraform: { name: 'db', kms_key_id: 'alias/aws/secretsmanager', replica: [{ region: 'eu-central-1', kms_key_id: 'alias/aws/secretsmanager' }] } });
    assert.deepEqual(own, { replicaRegions: ['eu-central-1'], replicas: [{ region: 'eu-central-1' }] });
  });

  it('reads the same attributes from both, and nothing of the secret itself', () => {
    const read = sameAttributes(secret, {
      cloudformation: { Name: 'shop/db', KmsKeyId: 'alias/shop', SecretString: 'not-to-be-kept', ReplicaRegions: [{ Region: 'eu-central-1', KmsKeyId: 'alias/shop-dr' }] },
      terraform: { name: 'shop/db', kms_key_id: 'alias/shop', policy: '', replica: [{ region: 'eu-central-1', kms_key_id: 'alias/shop-dr', status: '' }] },
    });
    assert.deepEqual(read, { replicaRegions: ['eu-central-1'], replicas: [{ region: 'eu-central-1', kmsKey: 'alias/shop-dr' }], kmsKey: 'alias/shop' });
    sameDescribed(secret, {
      like: { ...read, replicas: [{ region: 'eu-central-1', kmsKey: 'alias/shop-dr', status: 'InSync' }] },
      beyond: { rotates: true, rotationFunction: 'arn:aws:lambda:eu-west-1:123456789012:function:rotate', owner: 'rds', policy: [] },
      describe: {
        ARN: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf', Name: 'shop/db', KmsKeyId: 'alias/shop', RotationEnabled: true, RotationLambdaARN: 'arn:aws:lambda:eu-west-1:123456789012:function:rotate',
        OwningService: 'rds', PrimaryRegion: 'eu-west-1', ReplicationStatus: [{ Region: 'eu-central-1', KmsKeyId: 'alias/shop-dr', Status: 'InSync' }], ResourcePolicy: null,
      },
    });
    assert.deepEqual(referencesOf(secret, read), [
      { edge: 'uses-key', to: 'alias/shop', target: 'AWS::KMS::Alias' },
      { edge: 'uses-key', to: 'alias/shop-dr', target: 'AWS::KMS::Alias' },
    ]);
  });

  it('has no replicas unless told, and untold ones where a region is unresolved', () => {
    assert.deepEqual(attributesOf(secret, 'cloudformation', {})['replicaRegions'], []);
    assert.equal('replicaRegions' in attributesOf(secret, 'cloudformation', { ReplicaRegions: [{ Region: unresolved('parameter') }] }), false);
  });

  it('reads rotation that is declared apart', () => {
    const rotation = { rotates: true, rotationFunction: 'arn:aws:lambda:eu-west-1:123456789012:function:rotate' };
    assert.deepEqual(partAttributesOf(secret, 'AWS::SecretsManager::RotationSchedule', { SecretId: 's', RotationLambdaARN: rotation.rotationFunction }), rotation);
    assert.deepEqual(partAttributesOf(secret, 'aws_secretsmanager_secret_rotation', { secret_id: 's', rotation_lambda_arn: rotation.rotationFunction }), rotation);
    assert.deepEqual(referencesOf(secret, rotation), [{ edge: 'triggers', to: rotation.rotationFunction, target: 'AWS::Lambda::Function' }]);
  });
});
