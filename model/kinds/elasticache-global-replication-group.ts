import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import { every, filled, is, told } from '../reading.ts';

const member = z.object({
  group: z.string().optional().describe('Replication group: id or symbol'),
  region: z.string().optional().describe('Region of the replication group'),
  role: z.string().optional().describe('PRIMARY or SECONDARY'),
});

export const elasticacheGlobalReplicationGroup = kind({
  id: 'elasticache-global-replication-group',
  title: 'ElastiCache global datastore',
  traits: ['global'],
  names: { cloudformation: 'AWS::ElastiCache::GlobalReplicationGroup', terraform: ['aws_elasticache_global_replication_group'] },
  arn: 'arn:{partition}:elasticache::{account}:globalreplicationgroup:{id}',
  name: {},
  attributes: z.object({
    members: z.array(member).describe('Member replication groups that the configuration names'),
    suffix: z.string().describe('Its id without the prefix that ElastiCache puts before it'),
    engineVersion: z.string().describe('Engine version that all members share'),
    instanceClasses: z.array(z.string()).describe('Cache node type of all members, as a list of one'),
    automaticFailover: z.boolean().describe('A replica takes over by itself within a region; never between regions'),
  }),
  read: {
    cloudformation: (from) => ({
      members: from.items('Members[]')?.map((each) =>
        told({ group: filled(each.text('ReplicationGroupId')), region: filled(each.text('ReplicationGroupRegion')), role: each.text('Role') }),
      ),
      suffix: filled(from.text('GlobalReplicationGroupIdSuffix')),
      engineVersion: from.text('EngineVersion'),
      instanceClasses: from.texts('CacheNodeType'),
      automaticFailover: from.flag('AutomaticFailoverEnabled'),
    }),
    terraform: (from, { region }) => ({
      members: [told({ group: filled(from.text('primary_replication_group_id')), region, role: 'PRIMARY' })],
      suffix: filled(from.text('global_replication_group_id_suffix')),
      engineVersion: filled(from.text('engine_version')),
      instanceClasses: from.texts('cache_node_type'),
      automaticFailover: from.flag('automatic_failover_enabled'),
    }),
    describe: (from) => ({
      members: from.items('Members[]')?.map((each) =>
        told({ group: filled(each.text('ReplicationGroupId')), region: filled(each.text('ReplicationGroupRegion')), role: each.text('Role') }),
      ),
      suffix: filled(from.text('GlobalReplicationGroupId')?.replace(/^[a-z]{5}-/, '')),
      engineVersion: from.text('EngineVersion'),
      instanceClasses: from.texts('CacheNodeType'),
      automaticFailover: every(from.items('Members[]')?.map((each) => is(each.text('AutomaticFailover'), 'enabled', 'enabling'))),
    }),
  },
  references: ({ members = [] }) => edges('contains', members.map(({ group }) => group), 'AWS::ElastiCache::ReplicationGroup'),
});
