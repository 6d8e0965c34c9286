import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges, usesKeys, usesRoles } from '../linking.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import type { Properties } from '../properties.ts';
import { filled, isSet, setOf, told, union } from '../reading.ts';

const connection = z.object({
  domain: z.string().optional().describe('Domain at the other end: ARN or name'),
  region: z.string().optional().describe('Region of the domain at the other end'),
  status: z.string().optional().describe('Status of the connection: ACTIVE …'),
});

export const opensearchDomain = kind({
  id: 'opensearch-domain',
  title: 'OpenSearch Service domain',
  traits: ['data-store'],
  names: {
    cloudformation: 'AWS::OpenSearchService::Domain',
    also: ['AWS::Elasticsearch::Domain'],
    config: 'AWS::OpenSearch::Domain',
    terraform: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
  },
  arn: 'arn:{partition}:es:{region}:{account}:domain/{name}',
  name: { cloudformation: 'DomainName', terraform: 'domain_name' },
  hosts: ['search-{name}-*.{region}.es.{suffix}', 'vpc-{name}-*.{region}.es.{suffix}', 'search-{name}-*.aos.{region}.on.aws', 'vpc-{name}-*.aos.{region}.on.aws'], // regionready-ignore code-partition-literal -- the dual-stack suffix, beside the one of each partition
  attributes: z.object({
    engineVersion: z.string().describe('Engine and version: OpenSearch_2.11, Elasticsearch_7.10'),
    instanceClasses: z.array(z.string()).describe('Instance types of data, dedicated master and warm nodes'),
    nodes: z.number().describe('Data nodes'),
    availabilityZones: z.number().describe('Availability Zones that data nodes are spread over'),
    fineGrainedAccess: z.boolean().describe('Fine-grained access control is on, which cross-cluster replication needs'),
    nodeToNodeEncryption: z.boolean().describe('Node-to-node encryption is on, which cross-cluster replication needs'),
    encrypted: z.boolean().describe('Encryption at rest is on'),
    kmsKey: z.string().describe('Key for encryption at rest'),
    customEndpoint: z.string().describe('Custom endpoint host'),
    certificate: z.string().describe('Certificate of the custom endpoint'),
    subnets: z.array(z.string()).describe('Subnets of its endpoints'),
    securityGroups: z.array(z.string()).describe('VPC security groups'),
    userPool: z.string().describe('Cognito user pool that signs people in to dashboards'),
    role: z.string().describe('Role that the domain uses for Cognito'),
    logGroups: z.array(z.string()).describe('Log groups that logs are published to'),
    policy: z.array(policyStatementSchema).describe('Statements of the access policy'),
    followers: z.array(connection).describe('Connections over which domains follow its indexes'),
  }),
  read: {
    cloudformation: (from, { type }) => {
      const config = type === 'AWS::Elasticsearch::Domain' ? 'ElasticsearchClusterConfig' : 'ClusterConfig';
      return {
        engineVersion: type === 'AWS::Elasticsearch::Domain' ? prefixed(from.text('ElasticsearchVersion')) : from.text('EngineVersion'),
        instanceClasses: union(from.texts(`${config}.InstanceType`, []), from.texts(`${config}.DedicatedMasterType`, []), from.texts(`${config}.WarmType`, [])),
        nodes: from.count(`${config}.InstanceCount`, 1),
        availabilityZones: zones(from, `${config}.ZoneAwarenessEnabled`, `${config}.ZoneAwarenessConfig.AvailabilityZoneCount`),
        fineGrainedAccess: from.flag('AdvancedSecurityOptions.Enabled', false),
        nodeToNodeEncryption: from.flag('NodeToNodeEncryptionOptions.Enabled', false),
        encrypted: from.flag('EncryptionAtRestOptions.Enabled', false),
        kmsKey: filled(from.text('EncryptionAtRestOptions.KmsKeyId')),
        customEndpoint: from.text('DomainEndpointOptions.CustomEndpoint'),
        certificate: from.text('DomainEndpointOptions.CustomEndpointCertificateArn'),
        subnets: setOf(from.texts('VPCOptions.SubnetIds[]', [])),
        securityGroups: setOf(from.texts('VPCOptions.SecurityGroupIds[]', [])),
        userPool: from.text('CognitoOptions.UserPoolId'),
        role: from.text('CognitoOptions.RoleArn'),
        logGroups: union(...logTypes.map((log) => from.texts(`LogPublishingOptions.${log}.CloudWatchLogsLogGroupArn`, []))),
        policy: from.has('AccessPolicies') === false ? [] : statementsOf(from, 'AccessPolicies'),
      };
    },
    terraform: (from, { type }) => ({
      engineVersion: type === 'aws_elasticsearch_domain' ? prefixed(filled(from.text('elasticsearch_version'))) : filled(from.text('engine_version')),
      instanceClasses: union(from.texts('cluster_config.instance_type', []), from.texts('cluster_config.dedicated_master_type', []), from.texts('cluster_config.warm_type', [])),
      nodes: from.count('cluster_config.instance_count', 1),
      availabilityZones: zones(from, 'cluster_config.zone_awareness_enabled', 'cluster_config.zone_awareness_config.availability_zone_count'),
      fineGrainedAccess: from.flag('advanced_security_options.enabled', false),
      nodeToNodeEncryption: from.flag('node_to_node_encryption.enabled', false),
      encrypted: from.flag('encrypt_at_rest.enabled', false),
      kmsKey: filled(from.text('encrypt_at_rest.kms_key_id')),
      customEndpoint: filled(from.text('domain_endpoint_options.custom_endpoint')),
      certificate: filled(from.text('domain_endpoint_options.custom_endpoint_certificate_arn')),
      subnets: setOf(from.texts('vpc_options.subnet_ids[]', [])),
      securityGroups: setOf(from.texts('vpc_options.security_group_ids[]', [])),
      userPool: filled(from.text('cognito_options.user_pool_id')),
      role: filled(from.text('cognito_options.role_arn')),
      logGroups: setOf(from.texts('log_publishing_options[].cloudwatch_log_group_arn', [])),
      policy: statementsOf(from, 'access_policies'),
    }),
    describe: (from) => ({
      engineVersion: from.text('EngineVersion'),
      instanceClasses: union(
        from.texts('ClusterConfig.InstanceType', []),
        from.flag('ClusterConfig.DedicatedMasterEnabled', false) === false ? [] : from.texts('ClusterConfig.DedicatedMasterType', []),
        from.flag('ClusterConfig.WarmEnabled', false) === false ? [] : from.texts('ClusterConfig.WarmType', []),
      ),
      nodes: from.count('ClusterConfig.InstanceCount', 1),
      availabilityZones: zones(from, 'ClusterConfig.ZoneAwarenessEnabled', 'ClusterConfig.ZoneAwarenessConfig.AvailabilityZoneCount'),
      fineGrainedAccess: from.flag('AdvancedSecurityOptions.Enabled', false),
      nodeToNodeEncryption: from.flag('NodeToNodeEncryptionOptions.Enabled', false),
      encrypted: from.flag('EncryptionAtRestOptions.Enabled', false),
      kmsKey: filled(from.text('EncryptionAtRestOptions.KmsKeyId')),
      customEndpoint: filled(from.text('DomainEndpointOptions.CustomEndpoint')),
      certificate: filled(from.text('DomainEndpointOptions.CustomEndpointCertificateArn')),
      subnets: setOf(from.texts('VPCOptions.SubnetIds[]', [])),
      securityGroups: setOf(from.texts('VPCOptions.SecurityGroupIds[]', [])),
      userPool: filled(from.text('CognitoOptions.UserPoolId')),
      role: filled(from.text('CognitoOptions.RoleArn')),
      logGroups: union(...logTypes.map((log) => from.texts(`LogPublishingOptions.${log}.CloudWatchLogsLogGroupArn`, []))),
      policy: isSet(from, 'AccessPolicies') === false ? [] : statementsOf(from, 'AccessPolicies'),
      followers: from.items('InboundConnections[]')?.map((each) =>
        told({
          domain: each.text('RemoteDomainInfo.AWSDomainInformation.DomainName'),
          region: each.text('RemoteDomainInfo.AWSDomainInformation.Region'),
          status: each.text('ConnectionStatus.StatusCode'),
        }),
      ),
    }),
  },
  parts: {
    aws_opensearch_domain_policy: { of: 'domain_name', read: (from) => ({ policy: statementsOf(from, 'access_policies') }), absent: { policy: [] } },
    aws_elasticsearch_domain_policy: { of: 'domain_name', read: (from) => ({ policy: statementsOf(from, 'access_policies') }), absent: { policy: [] } },
  },
  references: ({ kmsKey, certificate, role, userPool, subnets, securityGroups, logGroups }) => [
    ...usesKeys(kmsKey),
    ...edges('uses-certificate', certificate, 'AWS::CertificateManager::Certificate'),
    ...usesRoles(role),
    ...edges('refers', userPool, 'AWS::Cognito::UserPool'),
    ...attachesTo({ subnets, securityGroups }),
    ...edges('writes', logGroups, 'AWS::Logs::LogGroup'),
  ],
});

const logTypes = ['ES_APPLICATION_LOGS', 'SEARCH_SLOW_LOGS', 'INDEX_SLOW_LOGS', 'AUDIT_LOGS'];

/** The older API writes 7.10 for what the newer one calls Elasticsearch_7.10. */
const prefixed = (version: string | undefined): string | undefined => (version === undefined ? undefined : `Elasticsearch_${version}`);

/** One zone without zone awareness, else as many as configured, of which two is the default. */
function zones(from: Properties, aware: string, count: string): number | undefined {
  const spread = from.flag(aware, false);
  return spread === undefined ? undefined : spread ? from.count(count, 2) : 1;
}
