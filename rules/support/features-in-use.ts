import type { FeatureId } from '../../model/feature.ts';
import type { Strategy } from '../../model/intent.ts';
import type { Resource } from '../../model/resource.ts';

/** Multi-region features by the CloudFormation type that wants them for anything but backup & restore. */
const byType: ReadonlyMap<string, FeatureId> = new Map(Object.entries({
  'AWS::Cassandra::Keyspace': 'keyspaces-multi-region',
  'AWS::Cognito::UserPool': 'cognito-user-pool-replica',
  'AWS::DSQL::Cluster': 'dsql-multi-region',
  'AWS::DirectoryService::MicrosoftAD': 'directory-multi-region',
  'AWS::DocDB::DBCluster': 'documentdb-global-cluster',
  'AWS::DynamoDB::Table': 'dynamodb-global-table',
  'AWS::ECR::Repository': 'ecr-replication',
  'AWS::EFS::FileSystem': 'efs-replication',
  'AWS::ElastiCache::GlobalReplicationGroup': 'elasticache-global-datastore',
  'AWS::Events::Endpoint': 'eventbridge-global-endpoint',
  'AWS::MSK::Cluster': 'msk-replicator',
  'AWS::MemoryDB::Cluster': 'memorydb-multi-region',
  'AWS::Neptune::DBCluster': 'neptune-global-database',
  'AWS::S3::Bucket': 's3-cross-region-replication',
  'AWS::S3::MultiRegionAccessPoint': 's3-multi-region-access-point',
  'AWS::SecretsManager::Secret': 'secrets-replication',
}));

/** What backup & restore wants of a type instead: a copy of its backups. */
const backupByType: ReadonlyMap<string, FeatureId> = new Map(Object.entries({
  'AWS::DocDB::DBCluster': 'backup-copy-documentdb',
  'AWS::FSx::FileSystem': 'backup-copy-fsx',
  'AWS::Neptune::DBCluster': 'backup-copy-neptune',
}));

/** Multi-region feature that a resource relies on for the strategy, or would have to. */
export function featureFor(resource: Resource, strategy: Strategy): FeatureId | undefined {
  if (strategy === 'backup-restore') return backupByType.get(resource.resourceType) ?? backups(resource);
  if (resource.kind === 'dynamodb-table' && resource.attributes.multiRegionConsistency === 'STRONG') return 'dynamodb-global-table-strong';
  if (resource.kind === 'kms-key') return resource.attributes.multiRegion === true ? 'kms-multi-region-key' : undefined;
  if (resource.kind === 'rds-cluster') return resource.attributes.engine?.startsWith('aurora') === true ? 'aurora-global-database' : undefined;
  return byType.get(resource.resourceType);
}

function backups(resource: Resource): FeatureId | undefined {
  return resource.kind === 'rds-instance' && (resource.attributes.automatedBackupRegions ?? []).length > 0 ? 'rds-backup-replication' : undefined;
}
