import { z } from 'zod';
import { formatArn } from '../arn.ts';
import { kind } from '../kind.ts';
import { attachesTo, inbound, usesKeys } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf } from '../reading.ts';

export const mqBroker = kind({
  id: 'mq-broker',
  title: 'Amazon MQ broker',
  traits: ['data-store', 'messaging'],
  names: { cloudformation: 'AWS::AmazonMQ::Broker', terraform: ['aws_mq_broker'] },
  arn: 'arn:{partition}:mq:{region}:{account}:broker:{name}:{id}',
  name: { cloudformation: 'BrokerName', terraform: 'broker_name' },
  attributes: z.object({
    engine: z.string().describe('ACTIVEMQ or RABBITMQ'),
    engineVersion: z.string().describe('Engine version as configured'),
    instanceClasses: z.array(z.string()).describe('Instance class, as a list of one'),
    deploymentMode: z.string().describe('SINGLE_INSTANCE, ACTIVE_STANDBY_MULTI_AZ or CLUSTER_MULTI_AZ'),
    replicationMode: z.string().describe('NONE, or CRDR for a broker whose data is replicated to another region'),
    replicates: z.string().describe('Primary broker that it replicates: ARN or symbol'),
    kmsKey: z.string().describe('Key for encryption at rest'),
    subnets: z.array(z.string()).describe('Subnets of its endpoints'),
    securityGroups: z.array(z.string()).describe('Security groups'),
  }),
  read: {
    cloudformation: (from) => ({
      engine: from.text('EngineType')?.toUpperCase(),
      engineVersion: from.text('EngineVersion'),
      instanceClasses: setOf(from.texts('HostInstanceType')),
      deploymentMode: from.text('DeploymentMode'),
      replicationMode: from.text('DataReplicationMode', 'NONE'),
      replicates: filled(from.text('DataReplicationPrimaryBrokerArn')),
      kmsKey: filled(from.text('EncryptionOptions.KmsKeyId')),
      subnets: setOf(from.texts('SubnetIds[]', [])),
      securityGroups: setOf(from.texts('SecurityGroups[]', [])),
    }),
    terraform: (from) => ({
      engine: filled(from.text('engine_type'))?.toUpperCase(),
      engineVersion: filled(from.text('engine_version')),
      instanceClasses: setOf(from.texts('host_instance_type')),
      deploymentMode: filled(from.text('deployment_mode', 'SINGLE_INSTANCE')),
      replicationMode: filled(from.text('data_replication_mode', 'NONE')),
      replicates: filled(from.text('data_replication_primary_broker_arn')),
      kmsKey: filled(from.text('encryption_options.kms_key_id')),
      subnets: setOf(from.texts('subnet_ids[]', [])),
      securityGroups: setOf(from.texts('security_groups[]', [])),
    }),
    describe: (from, { partition = 'aws', account }) => ({
      engine: from.text('EngineType')?.toUpperCase(),
      engineVersion: from.text('EngineVersion'),
      instanceClasses: setOf(from.texts('HostInstanceType')),
      deploymentMode: from.text('DeploymentMode'),
      replicationMode: from.text('DataReplicationMode', 'NONE'),
      replicates: counterpart(from, { partition, account }),
      kmsKey: filled(from.text('EncryptionOptions.KmsKeyId')),
      subnets: setOf(from.texts('SubnetIds[]', [])),
      securityGroups: setOf(from.texts('SecurityGroups[]', [])),
    }),
  },
  references: ({ replicates, kmsKey, subnets, securityGroups }) => [
    ...inbound('replicates', replicates, 'AWS::AmazonMQ::Broker'),
    ...usesKeys(kmsKey),
    ...attachesTo({ subnets, securityGroups }),
  ],
});

/** The primary of a replica: the service names it by region and id; a pair has one name in both regions. */
function counterpart(from: Properties, { partition, account }: { readonly partition: string; readonly account: string | undefined }): string | undefined {
  if (from.text('DataReplicationMetadata.DataReplicationRole') !== 'REPLICA') return undefined;
  const [name, region, id] = ['BrokerName', 'DataReplicationMetadata.DataReplicationCounterpart.Region', 'DataReplicationMetadata.DataReplicationCounterpart.BrokerId'].map((path) => from.text(path));
  if (account === undefined || name === undefined || region === undefined || id === undefined) return undefined;
  return formatArn({ partition, service: 'mq', region, account, resource: `broker:${name}:${id}` });
}
