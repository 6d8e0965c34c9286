import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges, usesKeys } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf } from '../reading.ts';

export const mskCluster = kind({
  id: 'msk-cluster',
  title: 'MSK cluster',
  traits: ['data-store', 'messaging'],
  names: { cloudformation: 'AWS::MSK::Cluster', terraform: ['aws_msk_cluster'] },
  arn: 'arn:{partition}:kafka:{region}:{account}:cluster/{name}/{id}',
  name: { cloudformation: 'ClusterName', terraform: 'cluster_name' },
  hosts: ['b-*.{name}.*.*.kafka.{region}.{suffix}'],
  attributes: z.object({
    engineVersion: z.string().describe('Apache Kafka version'),
    instanceClasses: z.array(z.string()).describe('Broker instance type, as a list of one'),
    brokers: z.number().describe('Brokers'),
    iamAuthentication: z.boolean().describe('Clients sign in with IAM, which MSK Replicator needs'),
    multiVpc: z.boolean().describe('Multi-VPC private connectivity with IAM is on, which MSK Replicator needs on the source'),
    kmsKey: z.string().describe('Key for encryption at rest'),
    subnets: z.array(z.string()).describe('Subnets of its brokers'),
    securityGroups: z.array(z.string()).describe('Security groups of its brokers'),
    configuration: z.string().describe('Broker configuration: ARN or symbol'),
    certificateAuthorities: z.array(z.string()).describe('Private CAs that client certificates come from'),
    logGroup: z.string().describe('Log group of broker logs'),
    logBucket: z.string().describe('Bucket of broker logs'),
  }),
  read: {
    cloudformation: (from) => ({
      engineVersion: from.text('KafkaVersion'),
      instanceClasses: setOf(from.texts('BrokerNodeGroupInfo.InstanceType')),
      brokers: from.count('NumberOfBrokerNodes'),
      iamAuthentication: from.flag('ClientAuthentication.Sasl.Iam.Enabled', false),
      multiVpc: from.flag('BrokerNodeGroupInfo.ConnectivityInfo.VpcConnectivity.ClientAuthentication.Sasl.Iam.Enabled', false),
      kmsKey: filled(from.text('EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId')),
      subnets: setOf(from.texts('BrokerNodeGroupInfo.ClientSubnets[]')),
      securityGroups: setOf(from.texts('BrokerNodeGroupInfo.SecurityGroups[]')),
      configuration: from.text('ConfigurationInfo.Arn'),
      certificateAuthorities: setOf(from.texts('ClientAuthentication.Tls.CertificateAuthorityArnList[]', [])),
      logGroup: from.text('LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup'),
      logBucket: from.text('LoggingInfo.BrokerLogs.S3.Bucket'),
    }),
    terraform: (from) => ({
      engineVersion: from.text('kafka_version'),
      instanceClasses: setOf(from.texts('broker_node_group_info.instance_type')),
      brokers: from.count('number_of_broker_nodes'),
      iamAuthentication: from.flag('client_authentication.sasl.iam', false),
      multiVpc: from.flag('broker_node_group_info.connectivity_info.vpc_connectivity.client_authentication.sasl.iam', false),
      kmsKey: filled(from.text('encryption_info.encryption_at_rest_kms_key_arn')),
      subnets: setOf(from.texts('broker_node_group_info.client_subnets[]')),
      securityGroups: setOf(from.texts('broker_node_group_info.security_groups[]')),
      configuration: from.text('configuration_info.arn'),
      certificateAuthorities: setOf(from.texts('client_authentication.tls.certificate_authority_arns[]', [])),
      logGroup: filled(from.text('logging_info.broker_logs.cloudwatch_logs.log_group')),
      logBucket: filled(from.text('logging_info.broker_logs.s3.bucket')),
    }),
    describe: (from) => (from.has('Serverless') === true ? describedServerless(from) : {
      engineVersion: from.text('Provisioned.CurrentBrokerSoftwareInfo.KafkaVersion'),
      instanceClasses: setOf(from.texts('Provisioned.BrokerNodeGroupInfo.InstanceType')),
      brokers: from.count('Provisioned.NumberOfBrokerNodes'),
      iamAuthentication: from.flag('Provisioned.ClientAuthentication.Sasl.Iam.Enabled', false),
      multiVpc: from.flag('Provisioned.BrokerNodeGroupInfo.ConnectivityInfo.VpcConnectivity.ClientAuthentication.Sasl.Iam.Enabled', false),
      kmsKey: filled(from.text('Provisioned.EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId')),
      subnets: setOf(from.texts('Provisioned.BrokerNodeGroupInfo.ClientSubnets[]')),
      securityGroups: setOf(from.texts('Provisioned.BrokerNodeGroupInfo.SecurityGroups[]', [])),
      configuration: from.text('Provisioned.CurrentBrokerSoftwareInfo.ConfigurationArn'),
      certificateAuthorities: setOf(from.texts('Provisioned.ClientAuthentication.Tls.CertificateAuthorityArnList[]', [])),
      logGroup: filled(from.text('Provisioned.LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup')),
      logBucket: filled(from.text('Provisioned.LoggingInfo.BrokerLogs.S3.Bucket')),
    }),
  },
  references: ({ kmsKey, subnets, securityGroups, configuration, certificateAuthorities, logGroup, logBucket }) => [
    ...usesKeys(kmsKey),
    ...attachesTo({ subnets, securityGroups }),
    ...edges('refers', configuration, 'AWS::MSK::Configuration'),
    ...edges('uses-certificate', certificateAuthorities, 'AWS::ACMPCA::CertificateAuthority'),
    ...edges('writes', logGroup, 'AWS::Logs::LogGroup'),
    ...edges('writes', logBucket, 'AWS::S3::Bucket'),
  ],
});

/** A serverless cluster has no brokers of its own; clients sign in with IAM only. */
const describedServerless = (from: Properties) => ({
  instanceClasses: [],
  iamAuthentication: from.flag('Serverless.ClientAuthentication.Sasl.Iam.Enabled', false),
  subnets: setOf(from.texts('Serverless.VpcConfigs[].SubnetIds[]', [])),
  securityGroups: setOf(from.texts('Serverless.VpcConfigs[].SecurityGroupIds[]', [])),
});
