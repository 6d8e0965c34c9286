import { answer, xml } from '../../support/aws/answer.ts';
import type { Estate, Owned } from '../../support/aws/estate.ts';
import type { Handler } from '../../support/aws/server.ts';

const account = '111122223333';
const region = 'us-east-1';
const here = { account, region };

const table = (name: string): Owned => ({
  ...here, type: 'AWS::DynamoDB::Table', id: name, name, arn: `arn:aws:dynamodb:${region}:${account}:table/${name}`, tags: { app: 'shop' },
  configuration: { tableName: name, tableStatus: 'ACTIVE', billingModeSummary: { billingMode: 'PAY_PER_REQUEST' }, replicas: [{ regionName: 'eu-west-1' }], ssedescription: { status: 'ENABLED', kmsmasterKeyArn: `arn:aws:kms:${region}:${account}:key/k1` } },
  supplementary: { ContinuousBackupsDescription: { pointInTimeRecoveryDescription: { pointInTimeRecoveryStatus: 'ENABLED' } } },
});
const cache = { ReplicationGroupId: 'sessions', ARN: `arn:aws:elasticache:${region}:${account}:replicationgroup:sessions`, Status: 'available', GlobalReplicationGroupInfo: { GlobalReplicationGroupId: 'sgaui-sessions', GlobalReplicationGroupMemberRole: 'PRIMARY' }, ClusterEnabled: false, KmsKeyId: 'k1' };

/** One account, one region in use and one that is not enabled; every inventory tells of something that no other does. */
export const tiny: Estate = {
  caller: account,
  accounts: { [account]: { regions: { [region]: 'ENABLED_BY_DEFAULT', 'ap-southeast-5': 'DISABLED' }, recorders: { [region]: { allSupported: true, includeGlobalResourceTypes: true } }, indexes: { [region]: 'LOCAL' } } },
  resources: [
    table('orders'), table('carts'),
    { ...here, type: 'AWS::ECS::Cluster', id: 'main', name: 'main', arn: `arn:aws:ecs:${region}:${account}:cluster/main`, configuration: { ClusterName: 'main' }, tags: {} },
    { ...here, type: 'AWS::EC2::NatGateway', id: 'nat-0123456789abcdef0', configuration: { natGatewayId: 'nat-0123456789abcdef0', subnetId: 'subnet-0123456789abcdef0' }, relationships: [{ resourceType: 'AWS::EC2::Subnet', resourceId: 'subnet-0123456789abcdef0', relationshipName: 'Is contained in Subnet' }] },
    { ...here, type: 'AWS::Cognito::UserPool', id: `${region}_AbCdEf`, arn: `arn:aws:cognito-idp:${region}:${account}:userpool/${region}_AbCdEf`, configuration: { UserPoolId: `${region}_AbCdEf`, UserPoolName: 'people' } },
    { ...here, type: 'AWS::ElastiCache::ReplicationGroup', id: 'sessions', arn: cache.ARN, tags: { app: 'shop' } },
    ...['checkout', 'invoice', 'stock'].map((name): Owned => ({ ...here, type: 'AWS::KinesisVideo::Stream', id: name, arn: `arn:aws:kinesisvideo:${region}:${account}:stream/${name}/1`, tags: { app: name } })),
    ...['door', 'gate', 'yard'].map((name): Owned => ({ ...here, type: 'AWS::IoT::Thing', id: name, arn: `arn:aws:iot:${region}:${account}:thing/${name}` })),
  ],
  offered: { [region]: ['dynamodb', 'ecs', 'elasticache'], 'eu-west-1': ['dynamodb', 'ecs'] },
  quotas: { dynamodb: [{ QuotaCode: 'L-F98FE922', Value: 2500 }] },
};

/** What the services themselves say of the same estate. */
export const tinyServices: Handler = (asked) => {
  const { service, operation, input } = asked;
  switch (`${service} ${operation}`) {
    case 'dynamodb ListTables':
      return answer(asked, input['ExclusiveStartTableName'] === undefined ? { TableNames: ['carts'], LastEvaluatedTableName: 'carts' } : { TableNames: ['orders'] });
    case 'dynamodb DescribeTable':
      return answer(asked, { Table: { TableName: input['TableName'], TableArn: `arn:aws:dynamodb:${region}:${account}:table/${String(input['TableName'])}`, ItemCount: 7, BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' }, SSEDescription: { Status: 'ENABLED', KMSMasterKeyArn: `arn:aws:kms:${region}:${account}:key/k1` }, Replicas: [{ RegionName: 'eu-west-1' }], DeletionProtectionEnabled: true } });
    case 'dynamodb DescribeContinuousBackups':
      return answer(asked, { ContinuousBackupsDescription: { ContinuousBackupsStatus: 'ENABLED', PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' } } });
    case 'dynamodb DescribeTimeToLive':
      return answer(asked, { TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'until' } });
    case 'elasticache DescribeReplicationGroups':
      return answer(asked, { ReplicationGroups: { ReplicationGroup: cache } });
    case 'elasticache DescribeGlobalReplicationGroups':
      return answer(asked, { GlobalReplicationGroups: { GlobalReplicationGroup: { GlobalReplicationGroupId: 'sgaui-sessions', ARN: `arn:aws:elasticache::${account}:globalreplicationgroup:sgaui-sessions`, Members: { GlobalReplicationGroupMember: { ReplicationGroupId: 'sessions', ReplicationGroupRegion: region, Role: 'PRIMARY' } } } } });
    case 'ecs ListClusters':
      return answer(asked, { clusterArns: [`arn:aws:ecs:${region}:${account}:cluster/main`] });
    case 'ecs DescribeClusters':
      return answer(asked, { clusters: [{ clusterName: 'main', clusterArn: `arn:aws:ecs:${region}:${account}:cluster/main`, status: 'ACTIVE' }] });
    case 'ec2 DescribeNatGateways':
      return answer(asked, { natGatewaySet: { item: { natGatewayId: 'nat-0123456789abcdef0', subnetId: 'subnet-0123456789abcdef0', state: 'available' } } });
    case 'iam GetAccountSummary':
      return answer(asked, { SummaryMap: { entry: { key: 'GlobalEndpointTokenVersion', value: 2 } } });
    case 'cognito-idp ListUserPools':
      return answer(asked, { UserPools: [{ Id: `${region}_AbCdEf`, Name: 'people' }] });
    case 'ec2 DescribeRegions':
      return answer(asked, { regionInfo: { item: [{ regionName: region, optInStatus: 'opt-in-not-required' }, { regionName: 'ap-southeast-5', optInStatus: 'not-opted-in' }] } });
    case 's3 ListBuckets':
      return { status: 200, type: 'application/xml', body: xml({ ListAllMyBucketsResult: { Buckets: { Bucket: ['media', 'logs'].map((Name) => ({ Name, BucketRegion: region })) } } }) };
    case 's3 GetBucketVersioning':
      return { status: 200, type: 'application/xml', body: xml({ VersioningConfiguration: { Status: 'Enabled' } }) };
    case 's3 GetBucketReplication':
      return { status: 200, type: 'application/xml', body: xml({ ReplicationConfiguration: { Role: `arn:aws:iam::${account}:role/copy`, Rule: { ID: 'all', Status: 'Enabled', Priority: 1, Destination: { Bucket: 'arn:aws:s3:::media-west' } } } }) };
    default:
      return undefined;
  }
};

/** Attributes that somebody wants of it: more kinds would only ask more of the same. */
export const tinyWanted: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['dynamodb-table', new Set(['pointInTimeRecovery', 'timeToLive', 'itemCount', 'deletionProtection'])],
  ['s3-bucket', new Set(['versioning', 'replication'])],
  ['elasticache-replication-group', new Set(['engineVersion'])],
]);
