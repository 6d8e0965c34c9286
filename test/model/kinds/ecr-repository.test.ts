import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ecrRepository } from '../../../model/kinds/ecr-repository.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('ecr-repository', () => {
  it('reads both, with the policies that Terraform declares apart', () => {
    const document = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }] };
    const template = sameAttributes(ecrRepository, {
      cloudformation: { RepositoryName: 'shop', ImageTagMutability: 'IMMUTABLE', EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey: 'alias/ecr' }, ImageScanningConfiguration: { ScanOnPush: true }, LifecyclePolicy: { LifecyclePolicyText: '{}' }, RepositoryPolicyText: document },
      terraform: { name: 'shop', image_tag_mutability: 'IMMUTABLE', encryption_configuration: [{ encryption_type: 'KMS', kms_key: 'alias/ecr' }], image_scanning_configuration: [{ scan_on_push: true }] },
      parts: { aws_ecr_lifecycle_policy: { repository: 'shop', policy: '{}' }, aws_ecr_repository_policy: { repository: 'shop', policy: JSON.stringify(document) } },
    });
    assert.deepEqual(template, { immutableTags: true, kmsKey: 'alias/ecr', scanOnPush: true, lifecyclePolicy: true, policy: [{ effect: 'Allow', actions: ['ecr:BatchGetImage'], principals: ['*'], conditions: [] }] });
    assert.deepEqual(referencesOf(ecrRepository, template), [{ edge: 'uses-key', to: 'alias/ecr', target: 'AWS::KMS::Alias' }]);
  });

  it('tells what is not there from what Terraform may declare elsewhere', () => {
    assert.deepEqual(sameAttributes(ecrRepository, { cloudformation: {}, terraform: {}, parts: {} }), { immutableTags: false, scanOnPush: false, lifecyclePolicy: false, policy: [] });
    assert.equal('lifecyclePolicy' in attributesOf(ecrRepository, 'terraform', {}), false);
  });

  it('reads what the service says, with policies by calls of their own', () => {
    const document = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }] };
    const like = { immutableTags: true, kmsKey: 'alias/ecr', scanOnPush: true, lifecyclePolicy: true, policy: [{ effect: 'Allow', actions: ['ecr:BatchGetImage'], principals: ['*'], conditions: [] }] };
    const repository = { repositoryName: 'shop', imageTagMutability: 'IMMUTABLE', encryptionConfiguration: { encryptionType: 'KMS', kmsKey: 'alias/ecr' }, imageScanningConfiguration: { scanOnPush: true } };
    const images = { beyond: { images: ['sha256:1', 'v1'] } };
    const Images = [{ imageTag: 'v1', imageDigest: 'sha256:1' }];
    sameDescribed(ecrRepository, { like, ...images, describe: { ...repository, Images, LifecyclePolicy: { lifecyclePolicyText: '{"rules":[]}' }, RepositoryPolicy: JSON.stringify(document) } });
    sameDescribed(ecrRepository, { like: { ...like, lifecyclePolicy: false, policy: [] }, ...images, describe: { ...repository, Images, LifecyclePolicy: null, RepositoryPolicy: null } });
  });
});
