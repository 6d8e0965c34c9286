import { BackupClient, CreateBackupPlanCommand, CreateBackupVaultCommand } from '@aws-sdk/client-backup';
import { CloudTrailClient, CreateTrailCommand } from '@aws-sdk/client-cloudtrail';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateVpcCommand, CreateVpcPeeringConnectionCommand, EC2Client } from '@aws-sdk/client-ec2';
import { CreateRepositoryCommand, ECRClient, PutReplicationConfigurationCommand } from '@aws-sdk/client-ecr';
import { CreateKeyCommand, CreateAliasCommand, KMSClient, ReplicateKeyCommand } from '@aws-sdk/client-kms';
import { CreateDBClusterCommand, CreateDBInstanceCommand, CreateDBInstanceReadReplicaCommand, CreateGlobalClusterCommand, RDSClient } from '@aws-sdk/client-rds';
import { CreateClusterCommand, EnableSnapshotCopyCommand, RedshiftClient } from '@aws-sdk/client-redshift';
import { ChangeResourceRecordSetsCommand, CreateHealthCheckCommand, CreateHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53';
import { CreateBucketCommand, PutBucketReplicationCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Estate, OwnAccount } from '../../support/aws/estate.ts';
import { admin } from '../../support/aws/moto.ts';

export const [shop, data, empty] = ['111122223333', '222233334444', '333344445555'] as const;
export const [home, second, third] = ['us-east-1', 'eu-west-1', 'ap-northeast-1'] as const;
export const secretValue = 'hunter2-VALUE-1234567890';

const account = (unused: readonly string[]): OwnAccount => ({ regions: { [home]: 'ENABLED_BY_DEFAULT', [second]: 'ENABLED_BY_DEFAULT', [third]: 'ENABLED', 'af-south-1': 'DISABLED' }, indexes: Object.fromEntries(unused.map((region) => [region, 'LOCAL'])) });

/** Three accounts in three regions with everything that moto can replicate. Resource Explorer knows which regions are empty; of the others only the services tell. */
export const replicated: Estate = { caller: shop, accounts: { [shop]: account([third]), [data]: account([home, second]), [empty]: account([home, second]) }, resources: [] };

export interface Seeded {
  readonly key: string;
  readonly zone: string;
  readonly healthCheck: string;
}

/** Makes it in moto. */
export async function seed(moto: string): Promise<Seeded> {
  const at = (region: string, account = shop as string): { readonly moto: string; readonly account: string; readonly region: string } => ({ moto, account, region });

  for (const [bucket, region] of [['media', home], ['media-copy', second]] as const) {
    const s3 = admin(S3Client, at(region));
    await s3.send(new CreateBucketCommand({ Bucket: bucket, ...(region === home ? {} : { CreateBucketConfiguration: { LocationConstraint: region } }) }));
    await s3.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  }
  const rule = { ID: 'all', Status: 'Enabled' as const, Priority: 1, Filter: { Prefix: '' }, DeleteMarkerReplication: { Status: 'Enabled' as const }, Destination: { Bucket: 'arn:aws:s3:::media-copy' } };
  await admin(S3Client, at(home)).send(new PutBucketReplicationCommand({ Bucket: 'media', ReplicationConfiguration: { Role: `arn:aws:iam::${shop}:role/copy`, Rules: [rule] } }));
  await admin(S3Client, at(third, empty)).send(new CreateBucketCommand({ Bucket: 'lonely', CreateBucketConfiguration: { LocationConstraint: third } }));

  await admin(SecretsManagerClient, at(home)).send(new CreateSecretCommand({ Name: 'db', SecretString: secretValue, AddReplicaRegions: [{ Region: second }] }));

  const kms = admin(KMSClient, at(home));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ MultiRegion: true, Description: 'orders' }));
  const key = KeyMetadata?.KeyId ?? '';
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/orders', TargetKeyId: key }));
  await kms.send(new ReplicateKeyCommand({ KeyId: key, ReplicaRegion: second }));

  const ecr = admin(ECRClient, at(home));
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'web' }));
  await ecr.send(new PutReplicationConfigurationCommand({ replicationConfiguration: { rules: [{ destinations: [{ region: second, registryId: shop }] }] } }));

  const instance = { DBInstanceClass: 'db.m6g.large', Engine: 'postgres' };
  await admin(RDSClient, at(home)).send(new CreateDBInstanceCommand({ ...instance, DBInstanceIdentifier: 'orders', AllocatedStorage: 20, MasterUsername: 'admin', MasterUserPassword: secretValue, BackupRetentionPeriod: 7 }));
  await admin(RDSClient, at(second)).send(new CreateDBInstanceReadReplicaCommand({ DBInstanceIdentifier: 'orders-copy', SourceDBInstanceIdentifier: `arn:aws:rds:${home}:${shop}:db:orders`, DBInstanceClass: instance.DBInstanceClass }));
  const aurora = { Engine: 'aurora-postgresql', EngineVersion: '15.4', GlobalClusterIdentifier: 'ledger' };
  await admin(RDSClient, at(home)).send(new CreateGlobalClusterCommand({ GlobalClusterIdentifier: 'ledger', Engine: aurora.Engine, EngineVersion: aurora.EngineVersion }));
  await admin(RDSClient, at(home)).send(new CreateDBClusterCommand({ ...aurora, DBClusterIdentifier: 'ledger-1', MasterUsername: 'admin', MasterUserPassword: secretValue }));
  await admin(RDSClient, at(second)).send(new CreateDBClusterCommand({ ...aurora, DBClusterIdentifier: 'ledger-2' }));

  for (const region of [home, second]) await admin(BackupClient, at(region)).send(new CreateBackupVaultCommand({ BackupVaultName: 'safe' }));
  const rules = [{ RuleName: 'daily', TargetBackupVaultName: 'safe', ScheduleExpression: 'cron(0 5 * * ? *)', CopyActions: [{ DestinationBackupVaultArn: `arn:aws:backup:${second}:${shop}:backup-vault:safe` }] }];
  await admin(BackupClient, at(home)).send(new CreateBackupPlanCommand({ BackupPlan: { BackupPlanName: 'everything', Rules: rules } }));

  const redshift = admin(RedshiftClient, at(home));
  await redshift.send(new CreateClusterCommand({ ClusterIdentifier: 'reports', NodeType: 'ra3.large', MasterUsername: 'admin', MasterUserPassword: secretValue }));
  await redshift.send(new EnableSnapshotCopyCommand({ ClusterIdentifier: 'reports', DestinationRegion: second, RetentionPeriod: 7 }));

  const vpcs = await Promise.all([home, second].map((region, index) => admin(EC2Client, at(region)).send(new CreateVpcCommand({ CidrBlock: `10.${index}.0.0/16` }))));
  await admin(EC2Client, at(home)).send(new CreateVpcPeeringConnectionCommand({ VpcId: vpcs[0]?.Vpc?.VpcId, PeerVpcId: vpcs[1]?.Vpc?.VpcId, PeerRegion: second }));
  await admin(S3Client, at(home)).send(new CreateBucketCommand({ Bucket: 'trails' }));
  await admin(CloudTrailClient, at(home)).send(new CreateTrailCommand({ Name: 'everywhere', S3BucketName: 'trails', IsMultiRegionTrail: true }));

  const route53 = admin(Route53Client, at(home));
  const { HostedZone: zone } = await route53.send(new CreateHostedZoneCommand({ Name: 'shop.example', CallerReference: '1' }));
  const { HealthCheck: check } = await route53.send(new CreateHealthCheckCommand({ CallerReference: '1', HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: 'one.shop.example', Port: 443 } }));
  const record = (Failover: 'PRIMARY' | 'SECONDARY', host: string) => ({ Action: 'CREATE' as const, ResourceRecordSet: { Name: 'www.shop.example', Type: 'CNAME' as const, TTL: 60, SetIdentifier: Failover, Failover, ResourceRecords: [{ Value: host }], ...(Failover === 'PRIMARY' ? { HealthCheckId: check?.Id } : {}) } });
  await route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: zone?.Id, ChangeBatch: { Changes: [record('PRIMARY', 'one.shop.example'), record('SECONDARY', 'two.shop.example')] } }));

  const table = { TableName: 'events', BillingMode: 'PAY_PER_REQUEST' as const, KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }], AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' as const }] };
  await admin(DynamoDBClient, at(third, data)).send(new CreateTableCommand(table));
  const { TopicArn } = await admin(SNSClient, at(third, data)).send(new CreateTopicCommand({ Name: 'changed' }));
  await admin(SQSClient, at(third, data)).send(new CreateQueueCommand({ QueueName: 'work' }));
  await admin(SNSClient, at(third, data)).send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: `arn:aws:sqs:${third}:${data}:work` }));
  return { key, zone: zone?.Id?.split('/').at(-1) ?? '', healthCheck: check?.Id ?? '' };
}
