import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ecsCluster } from '../../../model/kinds/ecs-cluster.ts';
import { attributesOf, partAttributesOf, referencesOf, sameDescribed } from '../../support/kind-reading.ts';

describe('ecs-cluster', () => {
  it('reads both, with the capacity providers that are declared apart', () => {
    const template = attributesOf(ecsCluster, 'cloudformation', { ClusterName: 'main', CapacityProviders: ['FARGATE', 'spot'], Configuration: { ManagedStorageConfiguration: { KmsKeyId: 'alias/ecs' } }, ServiceConnectDefaults: { Namespace: 'shop' } });
    assert.deepEqual(template, { capacityProviders: ['FARGATE', 'spot'], kmsKeys: ['alias/ecs'], namespace: 'shop' });
    assert.deepEqual(
      {
        ...attributesOf(ecsCluster, 'terraform', { name: 'main', configuration: [{ managed_storage_configuration: [{ kms_key_id: 'alias/ecs' }] }], service_connect_defaults: [{ namespace: 'shop' }] }),
        ...partAttributesOf(ecsCluster, 'aws_ecs_cluster_capacity_providers', { cluster_name: 'main', capacity_providers: ['spot', 'FARGATE'] }),
      },
      template,
    );
    assert.deepEqual(referencesOf(ecsCluster, template), [
      { edge: 'uses-key', to: 'alias/ecs', target: 'AWS::KMS::Alias' },
      { edge: 'refers', to: 'spot', target: 'AWS::ECS::CapacityProvider' },
    ]);
  });

  it('reads what the service says', () => {
    const like = attributesOf(ecsCluster, 'cloudformation', {
      ClusterName: 'main', CapacityProviders: ['FARGATE', 'spot'], ServiceConnectDefaults: { Namespace: 'shop' },
      Configuration: { ManagedStorageConfiguration: { KmsKeyId: 'alias/ecs' }, ExecuteCommandConfiguration: { KmsKeyId: 'alias/exec', LogConfiguration: { CloudWatchLogGroupName: 'exec' } } },
    });
    sameDescribed(ecsCluster, {
      like,
      describe: {
        clusterName: 'main', status: 'ACTIVE', capacityProviders: ['spot', 'FARGATE'], serviceConnectDefaults: { namespace: 'shop' },
        configuration: { managedStorageConfiguration: { kmsKeyId: 'alias/ecs' }, executeCommandConfiguration: { kmsKeyId: 'alias/exec', logging: 'OVERRIDE', logConfiguration: { cloudWatchLogGroupName: 'exec' } } },
      },
    });
  });
});
