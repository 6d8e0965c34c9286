import { yaml } from '../../../rules/support/yaml.ts';
import type { Closings } from '../../support/closing/case.ts';
import { byDeploying, byHand, byTemplate, byTerraform } from './words.ts';

const copy = 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0123456789abcdef0';
const backedUp = yaml`
  Daily:
    Type: AWS::Backup::BackupPlan
    Properties: { BackupPlan: { BackupPlanName: daily, BackupPlanRule: [{ RuleName: daily, TargetBackupVault: main, CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:main' }] }] } }
  Selection:
    Type: AWS::Backup::BackupSelection
    Properties: { BackupPlanId: { Ref: Daily }, BackupSelection: { SelectionName: tagged, IamRoleArn: 'arn:aws:iam::111122223333:role/backup', ListOfTags: [{ ConditionType: STRINGEQUALS, ConditionKey: backup, ConditionValue: daily }] } }
`;

/** Files, streams, caches, search, backups. */
export const otherData = {
  'data-backup-copy-unsupported': byHand('what AWS Backup does not copy leaves the plan, and is copied by SnapMirror', { home: "Files: { Properties: { Tags: null } }\nUploads: { Type: 'AWS::EFS::FileSystem', Properties: { FileSystemTags: [{ Key: backup, Value: daily }] } }" }),
  'data-backup-no-copy-action': [byTemplate(), byTemplate({ from: 1 })],
  'data-backup-restore-unproven': byTemplate(),
  'data-ebs-no-copy': [byTemplate(), byTemplate({ from: 1 }), byTemplate({ from: 2 })],
  'data-efs-no-replication': byTemplate(),
  'data-elasticache-gds-blocker': byHand('the nodes move to a family that can join', { home: 'Sessions: { Properties: { CacheNodeType: cache.r7g.large } }' }),
  'data-elasticache-no-global': [
    byTerraform({ from: { name: 'a group whose name is known', home: 'Sessions:\n  Type: AWS::ElastiCache::ReplicationGroup\n  Properties: { ReplicationGroupId: sessions, SnapshotRetentionLimit: 7 }' } }),
    byTemplate({ from: { name: 'a group whose name is known', home: 'Sessions:\n  Type: AWS::ElastiCache::ReplicationGroup\n  Properties: { ReplicationGroupId: sessions, SnapshotRetentionLimit: 7 }' }, given: { GlobalDatastore: 'ldgnf-sessions', SubnetGroup: 'caches' } }),
  ],
  'data-fsx-no-xregion': byHand('DataSync keeps a file system in the target in step, and the tag says so', { deploy: true, home: 'Files: { Properties: { Tags: [{ Key: mr:counterpart, Value: Files }] } }' }),
  'data-glue-lake-metadata': byDeploying(),
  'data-kinesis-regional': byDeploying(),
  'data-memorydb-no-multiregion': byHand('a Multi-Region cluster takes in one of each region', { deploy: true, home: 'Ledger: { Properties: { MultiRegionClusterName: virx-ledger } }', target: 'Ledger: { Properties: { MultiRegionClusterName: virx-ledger } }' }, { from: { home: 'Ledger:\n  Type: AWS::MemoryDB::Cluster\n  Properties: { ClusterName: ledger }' } }),
  'data-mq-no-crdr': byHand('a replica broker stands in the target', {
    home: "Broker: { Properties: { Tags: [{ Key: mr:counterpart, Value: 'arn:aws:mq:eu-west-1:111122223333:broker:orders-2:b-1' }] } }",
    target: "Replica: { Type: 'AWS::AmazonMQ::Broker', Properties: { BrokerName: orders, EngineType: ACTIVEMQ, DataReplicationMode: CRDR, DataReplicationPrimaryBrokerArn: 'arn:aws:mq:us-east-1:111122223333:broker:orders:b-1' } }",
  }),
  'data-msk-no-replicator': byHand('a replicator leads to a cluster of the target', { home: "Replicator: { Type: 'AWS::MSK::Replicator', Properties: { ReplicationInfoList: [{ SourceKafkaClusterArn: { Ref: Events }, TargetKafkaClusterArn: 'arn:aws:kafka:eu-west-1:111122223333:cluster/events/11111111-2222-3333-4444-555555555555-1' }] } }" }),
  'data-opensearch-no-ccr': byHand('a domain of the target follows the indexes, and the tag says so', {
    home: "Search: { Properties: { Tags: [{ Key: mr:counterpart, Value: 'arn:aws:es:eu-west-1:111122223333:domain/search-2' }] } }",
    target: "Search2: { Type: 'AWS::OpenSearchService::Domain', Properties: { DomainName: search-2 } }",
  }),
  'data-replica-no-pitr': {
    by: 'cli', calls: ['efs put-backup-policy'],
    leaves: ([call]) => ({ now: { described: [{ kind: 'efs-file-system', name: 'fs-0123456789abcdef0', region: call?.region ?? '', arn: copy, document: { FileSystemId: call?.option('file-system-id') ?? '', BackupPolicy: { Status: call?.option('backup-policy').replace('Status=', '') ?? '' } } }] } }),
  },
} as const satisfies Closings;

/** For cases of other families: a plan that copies what is tagged backup=daily. */
export { backedUp };
