import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import { filled, setOf } from '../reading.ts';

export const rdsGlobalCluster = kind({
  id: 'rds-global-cluster',
  title: 'Aurora global database',
  traits: ['global'],
  names: { cloudformation: 'AWS::RDS::GlobalCluster', terraform: ['aws_rds_global_cluster'] },
  arn: 'arn:{partition}:rds::{account}:global-cluster:{name}',
  name: { cloudformation: 'GlobalClusterIdentifier', terraform: 'global_cluster_identifier' },
  hosts: ['{name}.global-*.global.rds.{suffix}'],
  attributes: z.object({
    engine: z.string().describe('Engine: aurora-mysql or aurora-postgresql'),
    engineVersion: z.string().describe('Engine version that all members share'),
    source: z.string().describe('Cluster that becomes the primary: identifier, ARN or symbol'),
    members: z.array(z.string()).describe('Member clusters that the service lists: ARNs'),
    writer: z.string().describe('Member cluster that takes writes: ARN'),
    headlessMembers: z.array(z.string()).describe('Member clusters without a DB instance: ARNs'),
    endpoint: z.string().describe('Global writer endpoint'),
    encrypted: z.boolean().describe('Storage is encrypted'),
    deletionProtection: z.boolean().describe('Deletion protection is on'),
  }),
  read: {
    cloudformation: (from) => ({
      engine: from.text('Engine'),
      engineVersion: from.text('EngineVersion'),
      source: filled(from.text('SourceDBClusterIdentifier')),
      encrypted: from.flag('StorageEncrypted'),
      deletionProtection: from.flag('DeletionProtection', false),
    }),
    terraform: (from) => ({
      engine: filled(from.text('engine')),
      engineVersion: filled(from.text('engine_version')),
      source: filled(from.text('source_db_cluster_identifier')),
      members: setOf(from.texts('global_cluster_members[].db_cluster_arn')),
      writer: from.items('global_cluster_members[]')?.find((member) => member.flag('is_writer') === true)?.text('db_cluster_arn'),
      endpoint: filled(from.text('endpoint')),
      encrypted: from.flag('storage_encrypted'),
      deletionProtection: from.flag('deletion_protection', false),
    }),
    describe: (from) => ({
      engine: from.text('Engine'),
      engineVersion: from.text('EngineVersion'),
      members: setOf(from.texts('GlobalClusterMembers[].DBClusterArn', [])),
      writer: from.items('GlobalClusterMembers[]')?.find((member) => member.flag('IsWriter') === true)?.text('DBClusterArn'),
      endpoint: filled(from.text('Endpoint')),
      encrypted: from.flag('StorageEncrypted', false),
      deletionProtection: from.flag('DeletionProtection', false),
    }),
  },
  references: ({ source, members }) => [
    ...edges('contains', source, 'AWS::RDS::DBCluster'),
    ...edges('contains', members, 'AWS::RDS::DBCluster'),
  ],
});
