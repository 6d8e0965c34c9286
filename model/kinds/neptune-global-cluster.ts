import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import { filled, setOf } from '../reading.ts';

export const neptuneGlobalCluster = kind({
  id: 'neptune-global-cluster',
  title: 'Neptune global database',
  traits: ['global'],
  names: { cloudformation: 'AWS::Neptune::GlobalCluster', terraform: ['aws_neptune_global_cluster'] },
  arn: 'arn:{partition}:rds::{account}:global-cluster:{name}',
  name: { cloudformation: 'GlobalClusterIdentifier', terraform: 'global_cluster_identifier' },
  attributes: z.object({
    engineVersion: z.string().describe('Engine version that all members share'),
    source: z.string().describe('Cluster that becomes the primary: identifier, ARN or symbol'),
    members: z.array(z.string()).describe('Member clusters that the service lists: ARNs'),
    writer: z.string().describe('Member cluster that takes writes: ARN'),
    deletionProtection: z.boolean().describe('Deletion protection is on'),
  }),
  read: {
    cloudformation: (from) => ({
      engineVersion: from.text('EngineVersion'),
      source: filled(from.text('SourceDBClusterIdentifier')),
      deletionProtection: from.flag('DeletionProtection', false),
    }),
    terraform: (from) => ({
      engineVersion: filled(from.text('engine_version')),
      source: filled(from.text('source_db_cluster_identifier')),
      members: setOf(from.texts('global_cluster_members[].db_cluster_arn')),
      writer: from.items('global_cluster_members[]')?.find((member) => member.flag('is_writer') === true)?.text('db_cluster_arn'),
      deletionProtection: from.flag('deletion_protection', false),
    }),
    describe: (from) => ({
      engineVersion: from.text('EngineVersion'),
      members: setOf(from.texts('GlobalClusterMembers[].DBClusterArn', [])),
      writer: from.items('GlobalClusterMembers[]')?.find((member) => member.flag('IsWriter') === true)?.text('DBClusterArn'),
      deletionProtection: from.flag('DeletionProtection', false),
    }),
  },
  references: ({ source, members }) => [
    ...edges('contains', source, 'AWS::Neptune::DBCluster'),
    ...edges('contains', members, 'AWS::Neptune::DBCluster'),
  ],
});
