import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, usesKeys, usesRoles } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf, union } from '../reading.ts';

export const eksCluster = kind({
  id: 'eks-cluster',
  title: 'EKS cluster',
  traits: ['compute'],
  names: { cloudformation: 'AWS::EKS::Cluster', terraform: ['aws_eks_cluster'] },
  arn: 'arn:{partition}:eks:{region}:{account}:cluster/{name}',
  name: { cloudformation: 'Name', terraform: 'name' },
  hosts: ['*.*.{region}.eks.{suffix}'],
  attributes: z.object({
    engineVersion: z.string().describe('Kubernetes version'),
    addons: z.array(z.string()).describe('Add-ons as name or name:version'),
    podIdentities: z.boolean().describe('Pods get roles by Pod Identity, which knows no issuer'),
    issuer: z.string().describe('OIDC issuer, which differs for every cluster'),
    autoMode: z.boolean().describe('EKS Auto Mode runs its nodes'),
    role: z.string().describe('Cluster role'),
    nodeRole: z.string().describe('Role of Auto Mode nodes'),
    kmsKey: z.string().describe('Key that Kubernetes secrets are encrypted with'),
    subnets: z.array(z.string()).describe('Subnets of the control plane'),
    securityGroups: z.array(z.string()).describe('Additional security groups of the control plane'),
    publicEndpoint: z.boolean().describe('The API server can be reached from the internet'),
    logTypes: z.array(z.string()).describe('Control plane logs that are on'),
  }),
  read: {
    cloudformation: (from) => ({
      engineVersion: from.text('Version'),
      autoMode: from.flag('ComputeConfig.Enabled', false),
      role: from.text('RoleArn'),
      nodeRole: filled(from.text('ComputeConfig.NodeRoleArn')),
      kmsKey: from.text('EncryptionConfig.Provider.KeyArn'),
      subnets: setOf(from.texts('ResourcesVpcConfig.SubnetIds[]', [])),
      securityGroups: setOf(from.texts('ResourcesVpcConfig.SecurityGroupIds[]', [])),
      publicEndpoint: from.flag('ResourcesVpcConfig.EndpointPublicAccess', true),
      logTypes: setOf(from.texts('Logging.ClusterLogging.EnabledTypes[].Type', [])),
    }),
    terraform: (from) => ({
      engineVersion: filled(from.text('version')),
      issuer: filled(from.text('identity.oidc.issuer')),
      autoMode: from.flag('compute_config.enabled', false),
      role: from.text('role_arn'),
      nodeRole: filled(from.text('compute_config.node_role_arn')),
      kmsKey: from.text('encryption_config.provider.key_arn'),
      subnets: setOf(from.texts('vpc_config.subnet_ids[]', [])),
      securityGroups: setOf(from.texts('vpc_config.security_group_ids[]', [])),
      publicEndpoint: from.flag('vpc_config.endpoint_public_access', true),
      logTypes: setOf(from.texts('enabled_cluster_log_types[]', [])),
    }),
    describe: (from) => ({
      engineVersion: from.text('version'),
      addons: addonsIn(from),
      podIdentities: from.has('PodIdentityAssociations'),
      issuer: from.text('identity.oidc.issuer'),
      autoMode: from.flag('computeConfig.enabled', false),
      role: from.text('roleArn'),
      nodeRole: filled(from.text('computeConfig.nodeRoleArn')),
      kmsKey: from.text('encryptionConfig.provider.keyArn'),
      subnets: setOf(from.texts('resourcesVpcConfig.subnetIds[]', [])),
      securityGroups: setOf(from.texts('resourcesVpcConfig.securityGroupIds[]', [])),
      publicEndpoint: from.flag('resourcesVpcConfig.endpointPublicAccess', true),
      logTypes: setOf(from.items('logging.clusterLogging[]')?.flatMap((each) => (each.flag('enabled') === true ? (each.texts('types[]', []) ?? []) : []))),
    }),
  },
  parts: {
    'AWS::EKS::Addon': { of: 'ClusterName', read: (from) => ({ addons: addon(from, 'AddonName', 'AddonVersion') }) },
    'AWS::EKS::PodIdentityAssociation': { of: 'ClusterName', read: () => ({ podIdentities: true }) },
    aws_eks_addon: { of: 'cluster_name', read: (from) => ({ addons: addon(from, 'addon_name', 'addon_version') }), absent: { addons: [] } },
    aws_eks_pod_identity_association: { of: 'cluster_name', read: () => ({ podIdentities: true }), absent: { podIdentities: false } },
  },
  references: ({ role, nodeRole, kmsKey, subnets, securityGroups }) => [...usesRoles(role, nodeRole), ...usesKeys(kmsKey), ...attachesTo({ subnets, securityGroups })],
});

function addon(from: Properties, name: string, version: string): string[] | undefined {
  const title = from.text(name);
  const number = filled(from.text(version));
  return title === undefined ? undefined : [number === undefined ? title : `${title}:${number}`];
}

function addonsIn(from: Properties): string[] | undefined {
  const addons = from.items('Addons[]')?.map((each) => addon(each, 'addonName', 'addonVersion'));
  return addons === undefined ? undefined : union(...addons);
}
