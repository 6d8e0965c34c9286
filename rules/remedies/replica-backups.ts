import { globalMembers } from '../../graph/queries/global-members.ts';
import { replicasOf } from '../../graph/queries/copies.ts';
import type { CliCall, MakeRemedy, TemplatePiece } from '../remedy.ts';
import { logicalId, nameLimit } from './words.ts';

const days = 7;

/** Backups of the replica in its own region. */
export const replicaBackups: MakeRemedy = (store, { intent: { target }, graph }) => {
  const places = [...replicasOf(graph, store), ...(store.kind === 'elasticache-replication-group' || store.kind === 'memorydb-cluster' ? (globalMembers(graph, store) ?? []) : [])];
  const replica = places.find(({ region, resource }) => region === target && resource?.kind === store.kind)?.resource;
  if (replica === undefined) return undefined;
  const { name } = replica;
  const made: { readonly words: CliCall['words']; readonly properties: TemplatePiece['resources'][string] } | undefined =
    replica.kind === 'efs-file-system' ? { words: ['efs', 'put-backup-policy', '--file-system-id', name.startsWith('fs-') ? name : 'fs-00000000000000000', '--backup-policy', 'Status=ENABLED'], properties: { BackupPolicy: { Status: 'ENABLED' } } }
    : replica.kind === 'elasticache-replication-group' ? { words: ['elasticache', 'modify-replication-group', '--replication-group-id', name, '--snapshot-retention-limit', String(days), '--apply-immediately'], properties: { SnapshotRetentionLimit: days } }
    : replica.kind === 'memorydb-cluster' ? { words: ['memorydb', 'update-cluster', '--cluster-name', name, '--snapshot-retention-limit', String(days)], properties: { SnapshotRetentionLimit: days } }
    : undefined;
  return made === undefined ? undefined : {
    title: `Back ${name} up in ${target}`,
    cloudformation: [{ region: target, merge: true, note: `merge this property into ${name}, where a template declares it`, resources: { [logicalId(name)]: { Type: replica.resourceType, Properties: made.properties } } }],
    cli: [{ region: target, words: made.words }],
    limits: [...nameLimit(replica), 'A backup plan that selects it does the same, and may keep backups longer.'],
  };
};
