import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges, inbound, usesRoles } from '../linking.ts';
import { filled, is, setOf } from '../reading.ts';

export const ecsService = kind({
  id: 'ecs-service',
  title: 'ECS service',
  traits: ['compute'],
  names: { cloudformation: 'AWS::ECS::Service', terraform: ['aws_ecs_service'] },
  arn: 'arn:{partition}:ecs:{region}:{account}:service/{id}',
  name: { cloudformation: 'ServiceName', terraform: 'name' },
  attributes: z.object({
    cluster: z.string().describe('Cluster: name, ARN or symbol; default for the default one'),
    taskDefinition: z.string().describe('Task definition: family, family:revision, ARN or symbol'),
    desiredCapacity: z.number().describe('Tasks that it keeps running'),
    daemon: z.boolean().describe('It runs one task on every container instance'),
    launchType: z.string().describe('EC2, FARGATE or EXTERNAL, where it is set'),
    capacityProviders: z.array(z.string()).describe('Capacity providers of its strategy'),
    platformVersion: z.string().describe('Fargate platform version'),
    targetGroups: z.array(z.string()).describe('Target groups that route to it: ARNs or symbols'),
    registries: z.array(z.string()).describe('Cloud Map services that it registers with: ARNs or symbols'),
    namespace: z.string().describe('Service Connect namespace'),
    subnets: z.array(z.string()).describe('Subnets that its tasks run in'),
    securityGroups: z.array(z.string()).describe('Security groups of its tasks'),
    role: z.string().describe('Role that registers it with load balancers'),
  }),
  read: {
    cloudformation: (from) => ({
      cluster: filled(from.text('Cluster', 'default')),
      taskDefinition: filled(from.text('TaskDefinition')),
      desiredCapacity: from.count('DesiredCount'),
      daemon: is(from.text('SchedulingStrategy', 'REPLICA'), 'DAEMON'),
      launchType: filled(from.text('LaunchType')),
      capacityProviders: setOf(from.texts('CapacityProviderStrategy[].CapacityProvider', [])),
      platformVersion: filled(from.text('PlatformVersion')),
      targetGroups: setOf(from.texts('LoadBalancers[].TargetGroupArn', [])),
      registries: setOf(from.texts('ServiceRegistries[].RegistryArn', [])),
      namespace: filled(from.text('ServiceConnectConfiguration.Namespace')),
      subnets: setOf(from.texts('NetworkConfiguration.AwsvpcConfiguration.Subnets[]', [])),
      securityGroups: setOf(from.texts('NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[]', [])),
      role: filled(from.text('Role')),
    }),
    terraform: (from) => ({
      cluster: filled(from.text('cluster', 'default')),
      taskDefinition: filled(from.text('task_definition')),
      desiredCapacity: from.text('scheduling_strategy', 'REPLICA') === 'REPLICA' ? from.count('desired_count', 0) : from.count('desired_count'),
      daemon: is(from.text('scheduling_strategy', 'REPLICA'), 'DAEMON'),
      launchType: filled(from.text('launch_type')),
      capacityProviders: setOf(from.texts('capacity_provider_strategy[].capacity_provider', [])),
      platformVersion: filled(from.text('platform_version')),
      targetGroups: setOf(from.texts('load_balancer[].target_group_arn', [])),
      registries: setOf(from.texts('service_registries[].registry_arn', [])),
      namespace: filled(from.text('service_connect_configuration.namespace')),
      subnets: setOf(from.texts('network_configuration.subnets[]', [])),
      securityGroups: setOf(from.texts('network_configuration.security_groups[]', [])),
      role: filled(from.text('iam_role')),
    }),
    describe: (from) => ({
      cluster: filled(from.text('clusterArn')),
      taskDefinition: filled(from.text('taskDefinition')),
      desiredCapacity: from.count('desiredCount'),
      daemon: is(from.text('schedulingStrategy', 'REPLICA'), 'DAEMON'),
      launchType: filled(from.text('launchType')),
      capacityProviders: setOf(from.texts('capacityProviderStrategy[].capacityProvider', [])),
      platformVersion: filled(from.text('platformVersion')),
      targetGroups: setOf(from.texts('loadBalancers[].targetGroupArn', [])),
      registries: setOf(from.texts('serviceRegistries[].registryArn', [])),
      namespace: filled(from.items('deployments[]')?.find((each) => each.text('status') === 'PRIMARY')?.text('serviceConnectConfiguration.namespace')),
      subnets: setOf(from.texts('networkConfiguration.awsvpcConfiguration.subnets[]', [])),
      securityGroups: setOf(from.texts('networkConfiguration.awsvpcConfiguration.securityGroups[]', [])),
      role: ownRole(from.text('roleArn')),
    }),
  },
  references: ({ cluster, taskDefinition, targetGroups, registries, subnets, securityGroups, role, capacityProviders = [] }) => [
    ...inbound('contains', cluster, 'AWS::ECS::Cluster'),
    ...edges('refers', withoutRevision(taskDefinition), 'AWS::ECS::TaskDefinition'),
    ...inbound('routes', targetGroups, 'AWS::ElasticLoadBalancingV2::TargetGroup'),
    ...edges('refers', registries, 'AWS::ServiceDiscovery::Service'),
    ...edges('refers', capacityProviders.filter((name) => !name.startsWith('FARGATE')), 'AWS::ECS::CapacityProvider'),
    ...attachesTo({ subnets, securityGroups }),
    ...usesRoles(role),
  ],
});

/** `shop:42` is revision 42 of the family that a task definition is named by. */
const withoutRevision = (taskDefinition: string | undefined): string | undefined => taskDefinition?.replace(/^([\w-]+):\d+$/, '$1');

/** The service-linked role is there in every account; only a role of one's own ties the service to something. */
const ownRole = (role: string | undefined): string | undefined => (role?.includes(':role/aws-service-role/') === true ? undefined : filled(role));
