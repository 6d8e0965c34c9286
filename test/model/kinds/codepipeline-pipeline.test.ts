import assert from 'node:assert/strict';
import { it } from 'node:test';
import { codepipelinePipeline } from '../../../model/kinds/codepipeline-pipeline.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

it('codepipeline-pipeline reads regions, stores and whether it deploys from both', () => {
  const read = sameAttributes(codepipelinePipeline, {
    cloudformation: { Name: 'release', RoleArn: 'release', ArtifactStores: [{ Region: 'eu-west-1', ArtifactStore: { Type: 'S3', Location: 'artifacts-euw1', EncryptionKey: { Id: 'alias/a', Type: 'KMS' } } }], Stages: [{ Name: 's', Actions: [{ Name: 'a', Region: 'eu-west-1', ActionTypeId: { Category: 'Deploy' } }, { Name: 'b', ActionTypeId: { Category: 'Build' } }] }] },
    terraform: { name: 'release', role_arn: 'release', artifact_store: [{ region: 'eu-west-1', type: 'S3', location: 'artifacts-euw1', encryption_key: [{ id: 'alias/a', type: 'KMS' }] }], stage: [{ name: 's', action: [{ name: 'a', region: 'eu-west-1', category: 'Deploy' }, { name: 'b', category: 'Build', region: '' }] }] },
  });
  assert.deepEqual(read, { actionRegions: ['eu-west-1'], parallelRegions: [], storeRegions: ['eu-west-1'], deploys: true, artifactBuckets: ['artifacts-euw1'], role: 'release', keys: ['alias/a'] });
  sameDescribed(codepipelinePipeline, {
    like: read,
    describe: {
      pipeline: {
        name: 'release', roleArn: 'release', artifactStores: { 'eu-west-1': { type: 'S3', location: 'artifacts-euw1', encryptionKey: { id: 'alias/a', type: 'KMS' } } },
        stages: [{ name: 's', actions: [{ name: 'a', region: 'eu-west-1', actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'ECS', version: '1' } }, { name: 'b', actionTypeId: { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' } }] }],
      },
    },
  });
  assert.deepEqual(referencesOf(codepipelinePipeline, read), [
    { edge: 'reads', to: 'artifacts-euw1', target: 'AWS::S3::Bucket' },
    { edge: 'writes', to: 'artifacts-euw1', target: 'AWS::S3::Bucket' },
    { edge: 'uses-role', to: 'release', target: 'AWS::IAM::Role' },
    { edge: 'uses-key', to: 'alias/a', target: 'AWS::KMS::Alias' },
  ]);
});
