import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ecsCluster } from '../../../model/kinds/ecs-cluster.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('ecs-cluster', () => {
  it('reads both, with the capacity providers that are declared apart', () => {
    const template = sameAttributes(ecsCluster, {
      cloudformation: {
        ClusterName: 'main', CapacityProviders: ['FARGATE', 'spot'], ServiceConnectDefaults: { Namespace: 'shop' },
        Configuration: { ManagedStorageConfiguration: { KmsKeyId: 'alias/ecs' }, ExecuteCommandConfiguration: { KmsKeyId: 'alias/exec', LogConfiguration: { CloudWatchLogGroupName: 'exec' } } },
      },
      terraform: {
        name: 'main', service_connect_defaults: [{ namespace: 'shop' }],
        configuration: [{ managed_storage_configuration: [{ kms_key_id: 'alias/ecs' }], execute_command_configuration: [{ kms_key_id: 'alias/exec', log_configuration: [{ cloud_watch_log_group_name: 'exec' }] }] }],
      },
      parts: { aws_ecs_cluster_capacity_providers: { cluster_name: 'main', capacity_providers: ['spot', 'FARGATE'] } },
    });
    assert.deepEqual(template, { capacityProviders: ['FARGATE', 'spot'], kmsKeys: ['alias/ecs', 'alias/exec'], namespace: 'shop', logGroup: 'exec' });
    assert.deepEqual(referencesOf(ecsCluster, template), [
      { edge: 'uses-key', to: 'alias/ecs', target: 'AWS::KMS::Alias' },
      { edge: 'uses-key', to: 'alias/exec', target: 'AWS::KMS::Alias' },
      { edge: 'refers', to: 'spot', target: 'AWS::ECS::CapacityProvider' },
      { edge: 'writes', to: 'exec', target: 'AWS::Logs::LogGroup' },
    ]);
    sameDescribed(ecsCluster, {
      like: template,
      describe: {
        clusterName: 'main', status: 'ACTIVE', capacityProviders: ['spot', 'FARGATE'], serviceConnectDefaults: { namespace: 'shop' },
        configuration: { managedStorageConfiguration: { kmsKeyId: 'alias/ecs' }, executeCommandConfiguration: { kmsKeyId: 'alias/exec', logging: 'OVERRIDE', logConfiguration: { cloudWatchLogGroupName: 'exec' } } },
      },
    });
  });
});
