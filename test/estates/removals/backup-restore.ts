import { resource, type Removal } from '../../support/cutting.ts';

const stores = 'templates/stores.yaml';
const recovery = 'templates/recovery.yaml';

export const backupRestore: readonly Removal[] = [
  { without: 'copies of backups', cuts: [{ file: stores, cut: /            CopyActions: .*\n/ }], found: ['critical data-backup-no-copy-action archive'] },
  { without: 'the tag of the table', cuts: [{ file: stores, cut: '      Tags: [{ Key: backup, Value: daily }]\n' }], found: ['high data-ddb-no-replica archive-index'] },
  { without: 'the tag of the files', cuts: [{ file: stores, cut: ', FileSystemTags: [{ Key: backup, Value: daily }]' }], found: ['high data-efs-no-replication Files'] },
  { without: 'the selection of the database', cuts: [resource(stores, 'Named')], found: ['high data-rds-no-xregion archive'] },
  { without: 'the vault in the recovery region', cuts: [resource(recovery, 'Vault'), { file: recovery, cut: ', IncludeVaults: [!GetAtt Vault.BackupVaultArn]', put: ", IncludeVaults: ['*']" }], found: ['? critical data-backup-no-copy-action archive'] },
  { without: 'replication of the documents', cuts: [{ file: stores, cut: /      ReplicationConfiguration: .*\n/ }], found: ['high data-s3-no-crr archive-documents-eu-west-1'] },
  { without: 'versions of the documents', cuts: [{ file: stores, cut: '      VersioningConfiguration: { Status: Enabled }\n' }], found: ['medium data-s3-versioning-off archive-documents-eu-west-1'] },
  { without: 'the replica of the secret', cuts: [{ file: stores, cut: ', ReplicaRegions: [{ Region: !Ref RecoveryRegion, KmsKeyId: alias/archive }]' }], found: ['high config-secret-no-replica archive/database'] },
  { without: 'the replica of the key', cuts: [resource(recovery, 'Key'), resource(recovery, 'Alias'), { file: recovery, cut: ', EncryptionKeyArn: !GetAtt Key.Arn' }], found: ['medium config-kms-single-region Key'] },
  { without: 'restore tests', cuts: [resource(recovery, 'RestoreTesting'), resource(recovery, 'RestoreTestingSelection')], found: ['? high data-backup-restore-unproven archive'] },
  { without: 'a recent drill', cuts: [{ file: recovery, cut: '2026-06-11', put: '2024-06-11' }], found: ['high operations-no-gameday rehearsal of eu-west-3'] },
  { without: 'copies of images', cuts: [resource(stores, 'ImageReplication'), resource(recovery, 'Images')], found: ['high artifact-ecr-no-replication archive/indexer'] },
  { without: 'a trail of every region', cuts: [{ file: 'templates/foundation.yaml', cut: 'IsMultiRegionTrail: true', put: 'IsMultiRegionTrail: false' }], found: ['high operations-trail-not-multi-region archive'] },
  { without: 'the country of the recovery region', cuts: [{ file: 'regionready.config.yaml', cut: '[IE, FR]', put: '[IE]' }], found: ['critical graph-residency-violation eu-west-3'] },
];
