import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges, inbound, usesRoles } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, firstText, setOf } from '../reading.ts';

export const eksNodegroup = kind({
  id: 'eks-nodegroup',
  title: 'EKS managed node group',
  traits: ['compute'],
  names: { cloudformation: 'AWS::EKS::Nodegroup', terraform: ['aws_eks_node_group'] },
  arn: 'arn:{partition}:eks:{region}:{account}:nodegroup/{id}',
  name: { cloudformation: 'NodegroupName', terraform: 'node_group_name' },
  attributes: z.object({
    cluster: z.string().describe('Cluster: name or symbol'),
    minCapacity: z.number().describe('Least nodes'),
    maxCapacity: z.number().describe('Most nodes'),
    desiredCapacity: z.number().describe('Nodes that it is to have'),
    instanceClasses: z.array(z.string()).describe('Instance types'),
    amiType: z.string().describe('AMI type: AL2023_x86_64_STANDARD, BOTTLEROCKET_ARM_64, CUSTOM …'),
    engineVersion: z.string().describe('Kubernetes version of the nodes'),
    capacityType: z.string().describe('ON_DEMAND, SPOT or CAPACITY_BLOCK'),
    launchTemplate: z.string().describe('Launch template: id, name or symbol'),
    keyPair: z.string().describe('Key pair for remote access'),
    role: z.string().describe('Node role'),
    subnets: z.array(z.string()).describe('Subnets that its nodes run in'),
    autoScalingGroups: z.array(z.string()).describe('Auto Scaling groups that EKS made for it, by name; no template knows them'),
  }),
  read: {
    cloudformation: (from) => ({
      cluster: from.text('ClusterName'),
      minCapacity: from.count('ScalingConfig.MinSize'),
      maxCapacity: from.count('ScalingConfig.MaxSize'),
      desiredCapacity: from.count('ScalingConfig.DesiredSize'),
      instanceClasses: setOf(from.texts('InstanceTypes[]')),
      amiType: from.text('AmiType'),
      engineVersion: from.text('Version'),
      capacityType: from.text('CapacityType', 'ON_DEMAND'),
      launchTemplate: firstText(from, 'LaunchTemplate.Id', 'LaunchTemplate.Name'),
      keyPair: filled(from.text('RemoteAccess.Ec2SshKey')),
      role: from.text('NodeRole'),
      subnets: setOf(from.texts('Subnets[]')),
      autoScalingGroups: groupsMade(from, 'Resources', 'AutoScalingGroups[].Name'),
    }),
    terraform: (from) => ({
      cluster: from.text('cluster_name'),
      minCapacity: from.count('scaling_config.min_size'),
      maxCapacity: from.count('scaling_config.max_size'),
      desiredCapacity: from.count('scaling_config.desired_size'),
      instanceClasses: setOf(from.texts('instance_types[]')),
      amiType: filled(from.text('ami_type')),
      engineVersion: filled(from.text('version')),
      capacityType: filled(from.text('capacity_type', 'ON_DEMAND')),
      launchTemplate: firstText(from, 'launch_template.id', 'launch_template.name'),
      keyPair: filled(from.text('remote_access.ec2_ssh_key')),
      role: from.text('node_role_arn'),
      subnets: setOf(from.texts('subnet_ids[]')),
      autoScalingGroups: groupsMade(from, 'resources', 'autoscaling_groups[].name'),
    }),
    describe: (from) => ({
      cluster: from.text('clusterName'),
      minCapacity: from.count('scalingConfig.minSize'),
      maxCapacity: from.count('scalingConfig.maxSize'),
      desiredCapacity: from.count('scalingConfig.desiredSize'),
      instanceClasses: setOf(from.texts('instanceTypes[]')),
      amiType: from.text('amiType'),
      engineVersion: from.text('version'),
      capacityType: from.text('capacityType', 'ON_DEMAND'),
      launchTemplate: firstText(from, 'launchTemplate.id', 'launchTemplate.name'),
      keyPair: filled(from.text('remoteAccess.ec2SshKey')),
      role: from.text('nodeRole'),
      subnets: setOf(from.texts('subnets[]')),
      autoScalingGroups: groupsMade(from, 'resources', 'autoScalingGroups[].name'),
    }),
  },
  references: ({ cluster, launchTemplate, role, subnets, autoScalingGroups }) => [
    ...inbound('contains', cluster, 'AWS::EKS::Cluster'),
    ...edges('refers', launchTemplate, 'AWS::EC2::LaunchTemplate'),
    ...usesRoles(role),
    ...attachesTo({ subnets }),
    ...edges('contains', autoScalingGroups, 'AWS::AutoScaling::AutoScalingGroup'),
  ],
});

/** Only what runs has them: where nothing is said of them, nothing is known. */
function groupsMade(from: Properties, made: string, groups: string): string[] | undefined {
  return from.has(made) === true ? setOf(from.texts(`${made}.${groups}`)) : undefined;
}
