import { backupVaultRecovery } from './backup-vault.ts';
import { cognitoUserPoolRecovery } from './cognito-user-pool.ts';
import { docdbClusterRecovery } from './docdb-cluster.ts';
import { dsqlClusterRecovery } from './dsql-cluster.ts';
import { dynamodbTableRecovery } from './dynamodb-table.ts';
import { ecrRepositoryRecovery } from './ecr-repository.ts';
import { efsFileSystemRecovery } from './efs-file-system.ts';
import { elasticacheReplicationGroupRecovery } from './elasticache-replication-group.ts';
import { elasticacheServerlessCacheRecovery } from './elasticache-serverless-cache.ts';
import { keyspacesKeyspaceRecovery } from './keyspaces-keyspace.ts';
import { kinesisStreamRecovery } from './kinesis-stream.ts';
import { kmsKeyRecovery } from './kms-key.ts';
import { logGroupRecovery } from './log-group.ts';
import { memorydbClusterRecovery } from './memorydb-cluster.ts';
import { mqBrokerRecovery } from './mq-broker.ts';
import { mskClusterRecovery } from './msk-cluster.ts';
import { neptuneClusterRecovery } from './neptune-cluster.ts';
import { opensearchDomainRecovery } from './opensearch-domain.ts';
import { rdsClusterRecovery } from './rds-cluster.ts';
import { rdsInstanceRecovery } from './rds-instance.ts';
import { redshiftClusterRecovery } from './redshift-cluster.ts';
import { redshiftServerlessNamespaceRecovery } from './redshift-serverless-namespace.ts';
import { s3BucketRecovery } from './s3-bucket.ts';
import { secretRecovery } from './secret.ts';
import { sqsQueueRecovery } from './sqs-queue.ts';
import { ssmParameterRecovery } from './ssm-parameter.ts';

import type { Recovery } from '../recovery.ts';

/** By kind. */
export const recoveries: ReadonlyMap<string, Recovery> = new Map(
  [
    backupVaultRecovery,
    cognitoUserPoolRecovery,
    docdbClusterRecovery,
    dsqlClusterRecovery,
    dynamodbTableRecovery,
    ecrRepositoryRecovery,
    efsFileSystemRecovery,
    elasticacheReplicationGroupRecovery,
    elasticacheServerlessCacheRecovery,
    keyspacesKeyspaceRecovery,
    kinesisStreamRecovery,
    kmsKeyRecovery,
    logGroupRecovery,
    memorydbClusterRecovery,
    mqBrokerRecovery,
    mskClusterRecovery,
    neptuneClusterRecovery,
    opensearchDomainRecovery,
    rdsClusterRecovery,
    rdsInstanceRecovery,
    redshiftClusterRecovery,
    redshiftServerlessNamespaceRecovery,
    s3BucketRecovery,
    secretRecovery,
    sqsQueueRecovery,
    ssmParameterRecovery,
  ].map((each) => [each.kind, each]),
);
