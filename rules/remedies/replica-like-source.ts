import { replicasOf } from '../../graph/queries/copies.ts';
import type { MakeRemedy } from '../remedy.ts';
import { logicalId, nameLimit } from './words.ts';

/** The read replica in the target with class, zones, backups, room and protection of its source. */
export const replicaLikeSource: MakeRemedy = (database, { intent: { target }, graph }) => {
  const replica = replicasOf(graph, database).find(({ region, resource }) => region === target && resource?.kind === 'rds-instance')?.resource;
  if (database.kind !== 'rds-instance' || replica?.kind !== 'rds-instance') return undefined;
  const { instanceClasses: [type] = [], multiAz, maxStorageGib, deletionProtection, backupRetentionDays = 7 } = database.attributes;
  const days = Math.max(backupRetentionDays, replica.attributes.backupRetentionDays ?? 0, 1);
  return {
    title: `Make ${replica.name} like ${database.name}`,
    cloudformation: [{
      region: target, merge: true, note: `merge these properties into the replica ${replica.name}`,
      resources: { [logicalId(replica.name)]: { Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot', Properties: {
        ...(type === undefined ? {} : { DBInstanceClass: type }), ...(multiAz === true ? { MultiAZ: true } : {}), BackupRetentionPeriod: days,
        ...(maxStorageGib === undefined ? {} : { MaxAllocatedStorage: maxStorageGib }), ...(deletionProtection === true ? { DeletionProtection: true } : {}),
      } } },
    }],
    cli: [{ region: target, words: [
      'rds', 'modify-db-instance', '--db-instance-identifier', replica.name, ...(type === undefined ? [] : ['--db-instance-class', type]), ...(multiAz === true ? ['--multi-az'] : []), '--backup-retention-period', String(days),
      ...(maxStorageGib === undefined ? [] : ['--max-allocated-storage', String(maxStorageGib)]), ...(deletionProtection === true ? ['--deletion-protection'] : []), '--apply-immediately',
    ], note: 'A change of class restarts the replica' }],
    limits: [...nameLimit(replica), 'Parameter and option groups and roles are regional: give the replica copies of its source’s.', 'Terraform: set the same arguments of the resource that declares the replica.'],
  };
};
