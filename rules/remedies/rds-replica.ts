import { likelyArn } from '../../graph/likely-arn.ts';
import type { MakeRemedy } from '../remedy.ts';
import { homeOf, identifier, inTarget, label, logicalId, nameLimit, targetProvider } from './words.ts';

/** A read replica of a DB instance in the target; for backup & restore, its automated backups there instead. */
export const rdsReplica: MakeRemedy = (database, { intent: { home, target, strategy } }) => {
  if (database.kind !== 'rds-instance') return undefined;
  const { name, attributes: { instanceClasses: [instanceClass = 'db.r7g.large'] = [], kmsKey, backupRetentionDays = 7, encrypted, engine } } = database;
  const from = homeOf(database, home);
  const source = database.arn ?? likelyArn(database);
  const limits = [...nameLimit(database), ...(kmsKey === undefined && encrypted !== true ? [] : ['The source is encrypted: name a key of the target (KmsKeyId), or the copy is refused.'])];
  const days = Math.max(backupRetentionDays, 1);
  if (strategy === 'backup-restore') {
    return {
      title: `Replicate the automated backups of ${name} to ${target}`,
      cloudformation: [{ region: from, merge: true, note: `merge this property into the database ${name}`, resources: { [logicalId(name)]: { Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot', Properties: { BackupRetentionPeriod: days, AutomaticBackupReplicationRegion: target } } } }],
      terraform: [targetProvider(target), { type: 'resource', labels: ['aws_db_instance_automated_backups_replication', label(name)], body: { provider: inTarget, source_db_instance_arn: source, retention_period: days } }],
      cli: [{ region: target, words: ['rds', 'start-db-instance-automated-backups-replication', '--source-db-instance-arn', source, '--backup-retention-period', String(days), '--source-region', from] }],
      limits,
    };
  }
  const replica = `${identifier(name)}-${target}`;
  return {
    title: `Create a read replica of ${name} in ${target}`,
    cloudformation: [{
      region: target,
      parameters: { SubnetGroup: { Type: 'String' } },
      resources: {
        [logicalId(name, 'Replica')]: {
          Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot',
          Properties: { DBInstanceIdentifier: replica, SourceDBInstanceIdentifier: source, DBInstanceClass: instanceClass, DBSubnetGroupName: { Ref: 'SubnetGroup' }, MultiAZ: true, BackupRetentionPeriod: days, DeletionProtection: true },
        },
      },
    }],
    terraform: [
      targetProvider(target),
      { type: 'resource', labels: ['aws_db_instance', `${label(name)}_replica`], body: { provider: inTarget, identifier: replica, replicate_source_db: source, instance_class: instanceClass, multi_az: true, backup_retention_period: days, deletion_protection: true, skip_final_snapshot: false, final_snapshot_identifier: `${replica}-final` } },
    ],
    cli: [
      { region: target, words: ['rds', 'create-db-instance-read-replica', '--db-instance-identifier', replica, '--source-db-instance-identifier', source, '--db-instance-class', instanceClass, '--multi-az', '--source-region', from] },
      { region: target, words: ['rds', 'wait', 'db-instance-available', '--db-instance-identifier', replica] },
      { region: target, words: ['rds', 'modify-db-instance', '--db-instance-identifier', replica, '--backup-retention-period', String(days), '--deletion-protection', '--apply-immediately'], note: 'A replica has no backups until it is given some' },
    ],
    limits: [...limits, 'Parameter and option groups, security groups and alarms are not copied: create them in the target first.', 'The source needs automated backups.', ...editionLimits(engine)],
  };
};

/** Editions that have read replicas in other regions. Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.RDS_Fea_Regions_DB-eng.Feature.CrossRegionReadReplicas.html */
function editionLimits(engine = ''): string[] {
  if (engine.startsWith('oracle-') && !engine.startsWith('oracle-ee')) return ['RDS for Oracle has read replicas in Enterprise Edition only: change the edition, or replicate automated backups instead.'];
  if (engine.startsWith('sqlserver-') && engine !== 'sqlserver-ee') return ['RDS for SQL Server has read replicas in Enterprise Edition only, and not across every region: change the edition, or replicate automated backups instead.'];
  return [];
}
