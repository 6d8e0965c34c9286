import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ecsTaskDefinition } from '../../../model/kinds/ecs-task-definition.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('ecs-task-definition', () => {
  const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf:password::';
  const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1';

  it('reads the same attributes from template and JSON text, and no values of variables', () => {
    const read = sameAttributes(ecsTaskDefinition, {
      cloudformation: {
        Family: 'shop', TaskRoleArn: 'task', ExecutionRoleArn: 'pull', RequiresCompatibilities: ['FARGATE'], RuntimePlatform: { CpuArchitecture: 'ARM64' }, Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-0a1b2c3d4e5f60718' } }],
        ContainerDefinitions: [{ Name: 'shop', Image: image, Secrets: [{ Name: 'PASSWORD', ValueFrom: secret }], Environment: [{ Name: 'TOKEN', Value: 'not-to-be-kept' }], EnvironmentFiles: [{ Type: 's3', Value: 'arn:aws:s3:::config/shop.env' }], LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': 'shop', 'awslogs-region': 'eu-west-1' } } }],
      },
      terraform: {
        family: 'shop', task_role_arn: 'task', execution_role_arn: 'pull', requires_compatibilities: ['FARGATE'], runtime_platform: [{ cpu_architecture: 'ARM64' }], volume: [{ name: 'data', efs_volume_configuration: [{ file_system_id: 'fs-0a1b2c3d4e5f60718' }] }],
        container_definitions: JSON.stringify([{ name: 'shop', image, secrets: [{ name: 'PASSWORD', valueFrom: secret }], environment: [{ name: 'TOKEN', value: 'not-to-be-kept' }], environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::config/shop.env' }], logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'shop', 'awslogs-region': 'eu-west-1' } } }]),
      },
    });
    assert.deepEqual(read, {
      containers: [{ name: 'shop', image, secrets: [secret], environmentNames: ['TOKEN'], environmentFiles: ['arn:aws:s3:::config/shop.env'], logGroup: 'shop', logRegion: 'eu-west-1' }],
      images: [image], taskRole: 'task', executionRole: 'pull', fileSystems: ['fs-0a1b2c3d4e5f60718'], compatibilities: ['FARGATE'], architecture: 'ARM64',
    });
    sameDescribed(ecsTaskDefinition, {
      like: read,
      describe: {
        family: 'shop', revision: 42, taskRoleArn: 'task', executionRoleArn: 'pull', requiresCompatibilities: ['FARGATE'], compatibilities: ['EC2', 'FARGATE'], runtimePlatform: { cpuArchitecture: 'ARM64' },
        volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-0a1b2c3d4e5f60718' } }],
        containerDefinitions: [{
          name: 'shop', image, secrets: [{ name: 'PASSWORD', valueFrom: secret }], environment: [{ name: 'TOKEN', value: 'not-to-be-kept' }], environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::config/shop.env' }],
          logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'shop', 'awslogs-region': 'eu-west-1' } },
        }],
      },
    });
    assert.deepEqual(referencesOf(ecsTaskDefinition, read), [
      { edge: 'uses-image', to: 'arn:aws:ecr:eu-west-1:123456789012:repository/shop', target: 'AWS::ECR::Repository' },
      { edge: 'uses-role', to: 'task', target: 'AWS::IAM::Role' },
      { edge: 'uses-role', to: 'pull', target: 'AWS::IAM::Role' },
      { edge: 'writes', to: 'fs-0a1b2c3d4e5f60718', target: 'AWS::EFS::FileSystem' },
      { edge: 'uses-secret', to: secret, target: 'AWS::SecretsManager::Secret' },
      { edge: 'reads', to: 'arn:aws:s3:::config/shop.env', target: 'AWS::S3::Bucket' },
      { edge: 'writes', to: 'shop', target: 'AWS::Logs::LogGroup' },
    ]);
  });

  it('takes bare names for parameters', () => {
    assert.deepEqual(referencesOf(ecsTaskDefinition, { containers: [{ secrets: ['/shop/url'] }] }), [{ edge: 'reads', to: '/shop/url', target: 'AWS::SSM::Parameter' }]);
  });

  it('tells no containers of a text that it cannot read', () => {
    for (const container_definitions of [unresolved('known after apply'), '{{ template }}']) {
      const read = attributesOf(ecsTaskDefinition, 'terraform', { container_definitions });
      assert.deepEqual(['containers' in read, 'images' in read], [false, false]);
    }
  });
});
