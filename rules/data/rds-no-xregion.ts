import type { Resource } from '../../model/resource.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { rdsReplica } from '../remedies/rds-replica.ts';
import { rule, type Context } from '../rule.ts';
import { backupCopies } from '../../graph/queries/backup-copies.ts';
import { otherRegions } from '../support/list.ts';
import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

const database = yaml`
  Orders:
    Type: AWS::RDS::DBInstance
    Properties: { DBInstanceIdentifier: orders, Engine: postgres }
`;
const withBackups = `${database.replace(' }', ", AutomaticBackupReplicationRegion: eu-west-1 }")}`;

export const dataRdsNoXregion = rule({
  id: 'data-rds-no-xregion',
  title: 'RDS database has no copy in the target region',
  on: ['rds-instance', 'rds-cluster'],
  needs: ['engine'],
  severity: severities('H/C/C/C'),
  why: 'Without a replica or copied backups in the target region the database cannot be brought up there at all.',
  fix: 'Switch on backups, create a key in the target region for an encrypted source, create the read replica from the target region with the source’s ARN, give it its own backup retention, Multi-AZ, parameter and option groups, and alarm on ReplicaLag. Of Oracle and SQL Server only Enterprise Edition has such replicas. For backup & restore replicate automated backups (AutomaticBackupReplicationRegion) or copy them with AWS Backup.',
  remedy: rdsReplica,
  effect: {
    otherwise: 'RPO is everything since the last backup that is in the target, or all of it; RTO is its restore. A read replica lags by seconds to minutes and is promoted in minutes.',
    'backup-restore': 'RPO is everything, since no backup is in the target. Replicated automated backups lose minutes, copied snapshots their interval; either takes as long to restore as the database is large.',
  },
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.RDS_Fea_Regions_DB-eng.Feature.CrossRegionReadReplicas.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html',
  ],
  examples: {
    gap: [
      { home: database },
      { name: 'replicated backups are too slow for warm standby', home: withBackups },
      { name: 'a Multi-AZ DB cluster', home: yaml`
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { DBClusterIdentifier: orders, Engine: postgres, DBClusterInstanceClass: db.m6gd.large }
      ` },
    ],
    ready: [
      { name: 'a read replica', home: database, target: yaml`
        Replica:
          Type: AWS::RDS::DBInstance
          Properties: { SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:111122223333:db:orders' }
      ` },
      { name: 'replicated backups', home: withBackups, strategy: 'backup-restore' },
    ],
    unknown: [
      { name: 'whether a restore is fast enough', home: withBackups, strategy: 'pilot-light' },
      { name: 'the engine is known after deployment', home: yaml`
        Orders:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: '{{resolve:ssm:/orders/engine}}' }
      ` },
    ],
  },

  /** Aurora is judged by data-aurora-no-global. */
  check(database, context) {
    const { name, attributes } = database;
    const { target, strategy } = context.intent;
    if (attributes.engine.startsWith('aurora')) return undefined;
    const resource = database;
    const replicas = replicasOf(context.graph, resource);
    if (regionsOf(replicas).includes(target) || listedReplicaIn(resource, target)) return ready();
    if (strategy === 'backup-restore' || strategy === 'pilot-light') {
      const verdict = restorable(resource, context);
      if (verdict !== undefined) return verdict;
    }
    if (replicas.some(({ region }) => region === undefined)) return unknown(`${name} has a replica whose region nobody told us; it may or may not be in ${target}.`);
    return gap(`${name} has replicas in ${otherRegions(regionsOf(replicas).filter((region) => region !== database.region))}, not in ${target}.${only(resource, target)}`);
  },
});

/** Read replicas that the service itself lists: those of other regions by ARN. */
function listedReplicaIn(resource: Resource, target: string): boolean {
  const replicas = resource.kind === 'rds-instance' ? (resource.attributes.replicas ?? []) : [];
  return replicas.some((replica) => replica.startsWith('arn:') && replica.split(':', 4)[3] === target);
}

/** Backups in the target: enough for backup & restore; for a pilot light it depends on how long the restore takes. */
function restorable(resource: Resource, { intent, graph }: Context): Verdict | undefined {
  const { target, strategy } = intent;
  const how = backupsIn(resource, target) ? 'automated backups are replicated' : backupCopies(graph, resource, target).sure.length > 0 ? 'backups are copied' : undefined;
  if (how === undefined) return undefined;
  if (strategy === 'backup-restore') return ready(`Of ${resource.name}, ${how} to ${target}.`);
  return unknown(`Of ${resource.name}, ${how} to ${target}; whether a restore from them fits the recovery time objective nobody told us.`, {
    ask: `A timed restore in ${target}, or a read replica there.`,
  });
}

const regionsOfBackups = (resource: Resource): readonly string[] => (resource.kind === 'rds-instance' ? (resource.attributes.automatedBackupRegions ?? []) : []);
const backupsIn = (resource: Resource, target: string): boolean => regionsOfBackups(resource).includes(target);

function only(resource: Resource, target: string): string {
  if (backupsIn(resource, target)) return ` Its automated backups are replicated to ${target}, which this strategy cannot wait for.`;
  return regionsOfBackups(resource).some(hasSymbol) ? ' The region that its automated backups are replicated to is known after deployment.' : '';
}
