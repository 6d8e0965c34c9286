import { expression, type MakeRemedy } from '../remedy.ts';
import { homeOf, identifier, inTarget, label, logicalId, nameLimit, targetProvider } from './words.ts';

/** A Global Datastore around the replication group, and a secondary in the target. */
export const elasticacheGlobal: MakeRemedy = (group, { intent: { home, target } }) => {
  if (group.kind !== 'elasticache-replication-group') return undefined;
  const { name } = group;
  const from = homeOf(group, home);
  const [id, tf, secondary] = [logicalId(name), label(name), `${identifier(name).slice(0, 24)}-${target}`.slice(0, 40)];
  const suffix = identifier(name).slice(0, 30);
  return {
    title: `Replicate ${name} to ${target} by a Global Datastore`,
    cloudformation: [
      { region: from, resources: { [`${id}Global`]: { Type: 'AWS::ElastiCache::GlobalReplicationGroup', Properties: { GlobalReplicationGroupIdSuffix: suffix, AutomaticFailoverEnabled: true, Members: [{ ReplicationGroupId: name, ReplicationGroupRegion: from, Role: 'PRIMARY' }] } } } },
      {
        region: target,
        parameters: { GlobalDatastore: { Type: 'String', Description: 'Id of the Global Datastore' }, SubnetGroup: { Type: 'String' } },
        resources: { [`${id}Secondary`]: { Type: 'AWS::ElastiCache::ReplicationGroup', DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot', Properties: { ReplicationGroupId: secondary, ReplicationGroupDescription: `Secondary of ${name}`, GlobalReplicationGroupId: { Ref: 'GlobalDatastore' }, CacheSubnetGroupName: { Ref: 'SubnetGroup' }, AutomaticFailoverEnabled: true } } },
      },
    ],
    terraform: [
      targetProvider(target),
      { type: 'resource', labels: ['aws_elasticache_global_replication_group', tf], body: { global_replication_group_id_suffix: suffix, primary_replication_group_id: name } },
      { type: 'resource', labels: ['aws_elasticache_replication_group', `${tf}_secondary`], body: { provider: inTarget, replication_group_id: secondary, description: `Secondary of ${name}`, global_replication_group_id: expression(`aws_elasticache_global_replication_group.${tf}.global_replication_group_id`), num_cache_clusters: 2, automatic_failover_enabled: true } },
    ],
    cli: [
      { region: from, words: ['elasticache', 'create-global-replication-group', '--global-replication-group-id-suffix', suffix, '--primary-replication-group-id', name], note: 'Answers the id of the Global Datastore, which has a prefix of the service' },
      { region: target, words: ['elasticache', 'create-replication-group', '--replication-group-id', secondary, '--replication-group-description', `Secondary of ${name}`, '--global-replication-group-id', `GLOBAL_DATASTORE_ID`], note: 'Put the id that the first call answered in place of GLOBAL_DATASTORE_ID' },
    ],
    limits: [...nameLimit(group), 'Certain node families and sizes only (data-elasticache-gds-blocker); promotion of the secondary is a manual step.'],
  };
};
