import { globalMembers } from '../../graph/queries/global-members.ts';
import { replicasOf } from '../../graph/queries/copies.ts';
import { backupCopies, selectedBy } from '../../graph/queries/backup-copies.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { perView } from '../support/per-view.ts';
import { replicaBackups } from '../remedies/replica-backups.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const uploads = yaml`
  Uploads:
    Type: AWS::EFS::FileSystem
    Properties:
      ReplicationConfiguration: { Destinations: [{ FileSystemId: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0123456789abcdef0' }] }
`;
const copy = (status: string) => [{
  kind: 'efs-file-system', name: 'fs-0123456789abcdef0', region: 'eu-west-1', arn: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0123456789abcdef0',
  document: { FileSystemId: 'fs-0123456789abcdef0', BackupPolicy: { Status: status } },
}] as const;

const member = (days: number): string => yaml`
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties: { ClusterName: sessions, NodeType: db.r7g.large, ACLName: open-access, MultiRegionClusterName: abcde-sessions, SnapshotRetentionLimit: ${days} }
`;

export const dataReplicaNoPitr = rule({
  id: 'data-replica-no-pitr',
  title: 'Replica in the target region has no backups of its own',
  on: ['efs-file-system', 'elasticache-replication-group', 'memorydb-cluster', 'dsql-cluster'],
  needs: [],
  severity: severities('H/H/H/H'),
  why: 'Corruption and deletion are replicated within seconds. Where only the replica is left, there is nothing to go back to, and no backup from the moment it takes over.',
  fix: 'Give every replica backups in its own region: automatic backups or a backup plan for EFS and Aurora DSQL, snapshots with a retention for ElastiCache and MemoryDB.',
  effect: 'No effect where home is lost with sound data. RPO for corruption and deletion is everything in the replica, at once after a replicated fault and for all that is written after the failover.',
  remedy: replicaBackups,
  links: ['https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_planning_for_recovery_disaster_recovery.html'],
  examples: {
    gap: [{ home: uploads, described: copy('DISABLED') }, { name: 'a member without snapshots', home: member(7), target: member(0) }],
    ready: [{ home: uploads, described: copy('ENABLED') }, { name: 'a member that keeps snapshots', home: member(7), target: member(7) }],
    unknown: [{ name: 'a replica whose backups nobody told us of', home: uploads, described: [{ ...copy('')[0], document: { FileSystemId: 'fs-0123456789abcdef0' } }] }],
  },

  /**
   * What is told of elsewhere: versions of buckets (data-s3-versioning-off), DynamoDB replicas (data-ddb-replica-drift), RDS replicas
   * (data-rds-replica-parity). Clusters of Aurora, DocumentDB and Neptune cannot be without backups.
   */
  check(store, { intent: { target }, graph }) {
    const places = [...replicasOf(graph, store), ...(store.kind === 'elasticache-replication-group' || store.kind === 'memorydb-cluster' ? (globalMembers(graph, store) ?? []) : [])];
    const replica = places.find(({ region, resource }) => region === target && resource?.kind === store.kind)?.resource;
    if (replica === undefined) return undefined;
    const protection = planned(graph).has(replica.id) ? true : ownBackups(replica);
    const [plan] = protection === true ? [] : backupCopies(graph, store, target).sure;
    if (plan !== undefined) return ready(`Backup plan ${plan.name} copies recovery points of ${store.name} to ${target}.`);
    if (protection === undefined) return unknown(`Whether ${replica.name}, the replica of ${store.name} in ${target}, has backups nobody told us.`, { ask: `The backup settings of ${replica.name}, or the backup plan that selects it.` });
    return protection ? ready() : gap(`${replica.name}, the replica of ${store.name} in ${target}, has no backups: what is destroyed in both cannot be brought back there.`);
  },
});

/** Whether the resource makes backups by itself. Aurora DSQL makes none. */
function ownBackups(replica: Resource): boolean | undefined {
  switch (replica.kind) {
    case 'efs-file-system':
      return replica.attributes.backups;
    case 'elasticache-replication-group':
    case 'memorydb-cluster':
      return replica.attributes.snapshotRetentionDays === undefined ? undefined : replica.attributes.snapshotRetentionDays > 0;
    default:
      return undefined;
  }
}

const planned = perView((view: EstateView) => new Set(view.ofKind('backup-plan').flatMap((plan) => selectedBy(view, plan).map(({ id }) => id))));
