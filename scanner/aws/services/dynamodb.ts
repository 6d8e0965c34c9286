import { service } from '../service.ts';

export const dynamodb = service({
  id: 'dynamodb',
  title: 'DynamoDB',
  sdk: () => import('@aws-sdk/client-dynamodb'),
  client: 'DynamoDBClient',
  rate: 10,
  operations: {
    ListTables: { actions: ['dynamodb:ListTables'], page: { ask: 'ExclusiveStartTableName', next: 'LastEvaluatedTableName' } },
    DescribeTable: { actions: ['dynamodb:DescribeTable'] },
    DescribeContinuousBackups: { actions: ['dynamodb:DescribeContinuousBackups'] },
    DescribeTimeToLive: { actions: ['dynamodb:DescribeTimeToLive'] },
    DescribeKinesisStreamingDestination: { actions: ['dynamodb:DescribeKinesisStreamingDestination'] },
    DescribeContributorInsights: { actions: ['dynamodb:DescribeContributorInsights'] },
    ListTagsOfResource: { actions: ['dynamodb:ListTagsOfResource'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
