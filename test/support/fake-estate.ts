import { answering, type Answer, type Asked } from './fake-aws.ts';

const account = '111122223333';

const table = (name: string): object => ({
  accountId: account, awsRegion: 'us-east-1', resourceType: 'AWS::DynamoDB::Table', resourceId: name, resourceName: name, arn: `arn:aws:dynamodb:us-east-1:${account}:table/${name}`,
  configurationItemCaptureTime: '2026-11-01T00:00:00.000Z', configurationItemStatus: 'OK',
  configuration: JSON.stringify({ tableName: name, tableStatus: 'ACTIVE', billingModeSummary: { billingMode: 'PAY_PER_REQUEST' }, ssedescription: { status: 'ENABLED', kmsmasterKeyArn: `arn:aws:kms:us-east-1:${account}:key/k1` } }),
  supplementaryConfiguration: { ContinuousBackupsDescription: JSON.stringify({ pointInTimeRecoveryDescription: { pointInTimeRecoveryStatus: 'ENABLED' } }) },
  relationships: [], tags: [{ tag: 'app=shop', key: 'app', value: 'shop' }],
});
const cluster = {
  accountId: account, awsRegion: 'us-east-1', resourceType: 'AWS::ECS::Cluster', resourceId: 'main', resourceName: 'main', arn: `arn:aws:ecs:us-east-1:${account}:cluster/main`,
  configuration: { ClusterName: 'main', Configuration: { ExecuteCommandConfiguration: { KmsKeyId: `arn:aws:kms:us-east-1:${account}:key/k1` } } }, supplementaryConfiguration: {}, relationships: [], tags: {},
};
const gateway = {
  accountId: account, awsRegion: 'us-east-1', resourceType: 'AWS::EC2::NatGateway', resourceId: 'nat-0123456789abcdef0', arn: `arn:aws:ec2:us-east-1:${account}:natgateway/nat-0123456789abcdef0`,
  configuration: { natGatewayId: 'nat-0123456789abcdef0', subnetId: 'subnet-0123456789abcdef0' }, relationships: [{ resourceType: 'AWS::EC2::Subnet', resourceId: 'subnet-0123456789abcdef0', relationshipName: 'Is contained in Subnet' }], tags: [],
};
const rows = [table('orders'), table('carts'), cluster, gateway].map((row) => JSON.stringify(row));
const census = [['AWS::DynamoDB::Table', 2], ['AWS::ECS::Cluster', 1], ['AWS::EC2::NatGateway', 1]].map(([resourceType, count]) => JSON.stringify({ resourceType, 'COUNT(*)': count }));

/** An account with two regions, one of them not enabled, whose resources AWS Config, the Tagging API, Resource Explorer and DynamoDB tell. */
export function estateAnswer({ operation, input, region }: Asked): Answer | undefined {
  const token = input['NextToken'];
  switch (operation) {
    case '/listRegions':
      return answering({ Regions: [{ RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' }, { RegionName: 'ap-southeast-5', RegionOptStatus: 'DISABLED' }] });
    case 'DescribeConfigurationRecorders':
      return answering({ ConfigurationRecorders: [{ name: 'default', recordingGroup: { allSupported: true, includeGlobalResourceTypes: true } }] });
    case 'DescribeConfigurationRecorderStatus':
      return answering({ ConfigurationRecordersStatus: [{ name: 'default', recording: true }] });
    case 'SelectResourceConfig':
      if (String(input['Expression']).includes('GROUP BY')) return answering({ Results: census });
      return token === undefined ? answering({ Results: rows.slice(0, 2), NextToken: 'page-2' }) : answering({ Results: rows.slice(2) });
    case 'ListDiscoveredResources':
      return answering({ resourceIdentifiers: [] });
    case 'GetResources':
      return answering({ PaginationToken: '', ResourceTagMappingList: [{ ResourceARN: `arn:aws:dynamodb:us-east-1:${account}:table/orders`, Tags: [{ Key: 'app', Value: 'shop' }] }, { ResourceARN: `arn:aws:lambda:us-east-1:${account}:function:checkout`, Tags: [{ Key: 'password', Value: 'hunter2hunter2' }] }] });
    case '/ListIndexes':
      return answering({ Indexes: [{ Region: 'us-east-1', Type: 'LOCAL' }] });
    case '/GetDefaultView':
      return answering({ ViewArn: `arn:aws:resource-explorer-2:us-east-1:${account}:view/all/1` });
    case '/GetView':
      return answering({ View: { Filters: { FilterString: '' } } });
    case '/ListResources':
      return answering({ Resources: [{ Arn: `arn:aws:kinesisvideo:${region}:${account}:stream/door/1`, CfnResourceType: 'AWS::KinesisVideo::Stream', OwningAccountId: account, Region: region, Properties: [] }] });
    case 'ListTables':
      return answering({ TableNames: ['carts', 'orders'] });
    case 'DescribeTable':
      return answering({ Table: { TableName: input['TableName'], TableArn: `arn:aws:dynamodb:us-east-1:${account}:table/${String(input['TableName'])}`, ItemCount: 7, Replicas: [{ RegionName: 'eu-west-1' }] } });
    default:
      return undefined;
  }
}
