import type { ResourceOf } from '../../graph/view.ts';
import { replicaLikeSource } from '../remedies/replica-like-source.ts';
import { rule } from '../rule.ts';
import { isSmaller } from '../support/class-size.ts';
import { listed } from '../support/list.ts';
import { replicasOf } from '../../graph/queries/copies.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const source = yaml`
  Orders:
    Type: AWS::RDS::DBInstance
    Properties: { DBInstanceIdentifier: orders, Engine: postgres, DBInstanceClass: db.r6g.2xlarge, MultiAZ: true, BackupRetentionPeriod: 7 }
`;
const replica = (rest: string): string => yaml`
  Replica:
    Type: AWS::RDS::DBInstance
    Properties: { SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:111122223333:db:orders', ${rest} }
`;

export const dataRdsReplicaParity = rule({
  id: 'data-rds-replica-parity',
  title: 'Read replica in the target region cannot carry production',
  on: 'rds-instance',
  needs: ['engine'],
  severity: severities('-/M/H/H'),
  why: 'A promoted replica serves with what it has: its class, its single zone, no backups. Changing that takes a restart in the middle of the event.',
  fix: 'Give the replica the class, storage, Multi-AZ setting, parameter and option groups, roles and backup retention of its source. Promotion makes it stand alone: plan how the old source is rebuilt as its replica.',
  effect: 'RPO after the failover is everything as long as the promoted replica makes no backups. RTO grows by changing class or Multi-AZ setting under load, which takes a restart.',
  remedy: replicaLikeSource,
  links: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html'],
  examples: {
    gap: [
      { name: 'smaller, in one zone', home: source, target: replica('DBInstanceClass: db.r6g.large, MultiAZ: false, BackupRetentionPeriod: 7') },
      { name: 'without backups', home: source, target: replica('DBInstanceClass: db.r6g.2xlarge, MultiAZ: true, BackupRetentionPeriod: 0') },
    ],
    ready: [{ home: source, target: replica('DBInstanceClass: db.r6g.2xlarge, MultiAZ: true, BackupRetentionPeriod: 7') }],
  },

  /** A database without a replica in the target is data-rds-no-xregion's business. */
  check(database, { intent: { target }, graph }) {
    const replica = replicasOf(graph, database).find(({ region, resource }) => region === target && resource?.kind === 'rds-instance')?.resource;
    if (replica?.kind !== 'rds-instance') return undefined;
    const lacking = shortfalls(database.attributes, replica.attributes);
    return lacking.length === 0 ? ready() : gap(`${replica.name}, the replica of ${database.name} in ${target}, ${listed(lacking)}.`);
  },
});

type Attributes = ResourceOf<'rds-instance'>['attributes'];

function shortfalls(source: Attributes, replica: Attributes): string[] {
  const [own] = source.instanceClasses ?? [];
  const [other] = replica.instanceClasses ?? [];
  return [
    ...(own !== undefined && other !== undefined && isSmaller(other, own) === true ? [`is a ${other} where its source is a ${own}`] : []),
    ...(source.multiAz === true && replica.multiAz === false ? ['has no standby in another zone'] : []),
    ...(replica.backupRetentionDays === 0 ? ['keeps no backups'] : []),
    ...(source.maxStorageGib !== undefined && replica.maxStorageGib !== undefined && replica.maxStorageGib < source.maxStorageGib ? ['may grow less'] : []),
    ...(source.deletionProtection === true && replica.deletionProtection === false ? ['can be deleted'] : []),
  ];
}
