import type { KindId } from '../../model/resource.ts';

/** How a service tells how far a copy is behind, by kind of the store. */
export interface LagMetric {
  readonly namespace: string;
  /** Any of them will do; the first is the one to begin with. */
  readonly names: readonly [string, ...string[]];
  /** Dimension that names the store. */
  readonly dimension: string;
  /** Unit of the first metric, per second. */
  readonly perSecond: number;
}

export const lagMetrics: Readonly<Partial<Record<KindId, LagMetric>>> = {
  'dynamodb-table': { namespace: 'AWS/DynamoDB', names: ['ReplicationLatency'], dimension: 'TableName', perSecond: 1000 },
  's3-bucket': { namespace: 'AWS/S3', names: ['ReplicationLatency', 'BytesPendingReplication', 'OperationsPendingReplication', 'OperationsFailedReplication'], dimension: 'SourceBucket', perSecond: 1 },
  'rds-instance': { namespace: 'AWS/RDS', names: ['ReplicaLag'], dimension: 'DBInstanceIdentifier', perSecond: 1 },
  'rds-cluster': { namespace: 'AWS/RDS', names: ['AuroraGlobalDBRPOLag', 'AuroraGlobalDBReplicationLag'], dimension: 'DBClusterIdentifier', perSecond: 1000 },
  'efs-file-system': { namespace: 'AWS/EFS', names: ['TimeSinceLastSync'], dimension: 'FileSystemId', perSecond: 1 },
  'elasticache-replication-group': { namespace: 'AWS/ElastiCache', names: ['GlobalDatastoreReplicationLag'], dimension: 'ReplicationGroupId', perSecond: 1 },
};
