import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys } from '../linking.ts';
import { filled, setOf, union } from '../reading.ts';

export const ecsCluster = kind({
  id: 'ecs-cluster',
  title: 'ECS cluster',
  traits: ['compute'],
  names: { cloudformation: 'AWS::ECS::Cluster', terraform: ['aws_ecs_cluster'] },
  arn: 'arn:{partition}:ecs:{region}:{account}:cluster/{name}',
  name: { cloudformation: 'ClusterName', terraform: 'name' },
  attributes: z.object({
    capacityProviders: z.array(z.string()).describe('Capacity providers that its services may use: FARGATE, FARGATE_SPOT, own ones'),
    kmsKeys: z.array(z.string()).describe('Keys for managed storage and command sessions'),
    namespace: z.string().describe('Default Service Connect namespace'),
    logGroup: z.string().describe('Log group of command sessions'),
  }),
  read: {
    cloudformation: (from) => ({
      capacityProviders: setOf(from.texts('CapacityProviders[]', [])),
      kmsKeys: union(
        from.texts('Configuration.ExecuteCommandConfiguration.KmsKeyId', []),
        from.texts('Configuration.ManagedStorageConfiguration.KmsKeyId', []),
        from.texts('Configuration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId', []),
      ),
      namespace: filled(from.text('ServiceConnectDefaults.Namespace')),
      logGroup: filled(from.text('Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchLogGroupName')),
    }),
    terraform: (from) => ({
      kmsKeys: union(
        from.texts('configuration.execute_command_configuration.kms_key_id', []),
        from.texts('configuration.managed_storage_configuration.kms_key_id', []),
        from.texts('configuration.managed_storage_configuration.fargate_ephemeral_storage_kms_key_id', []),
      ),
      namespace: filled(from.text('service_connect_defaults.namespace')),
      logGroup: filled(from.text('configuration.execute_command_configuration.log_configuration.cloud_watch_log_group_name')),
    }),
    describe: (from) => ({
      capacityProviders: setOf(from.texts('capacityProviders[]', [])),
      kmsKeys: union(
        from.texts('configuration.executeCommandConfiguration.kmsKeyId', []),
        from.texts('configuration.managedStorageConfiguration.kmsKeyId', []),
        from.texts('configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId', []),
      ),
      namespace: filled(from.text('serviceConnectDefaults.namespace')),
      logGroup: filled(from.text('configuration.executeCommandConfiguration.logConfiguration.cloudWatchLogGroupName')),
    }),
  },
  parts: {
    'AWS::ECS::ClusterCapacityProviderAssociations': { of: 'Cluster', read: (from) => ({ capacityProviders: setOf(from.texts('CapacityProviders[]', [])) }) },
    aws_ecs_cluster_capacity_providers: {
      of: 'cluster_name',
      read: (from) => ({ capacityProviders: setOf(from.texts('capacity_providers[]', [])) }),
      absent: { capacityProviders: [] },
    },
  },
  references: ({ kmsKeys = [], capacityProviders = [], logGroup }) => [
    ...usesKeys(...kmsKeys),
    ...edges('refers', capacityProviders.filter((name) => !name.startsWith('FARGATE')), 'AWS::ECS::CapacityProvider'),
    ...edges('writes', logGroup, 'AWS::Logs::LogGroup'),
  ],
});
