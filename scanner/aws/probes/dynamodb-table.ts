import { detail, probe } from '../probe.ts';
import { dynamodb } from '../services/dynamodb.ts';

export const dynamodbTable = probe({
  kind: 'dynamodb-table',
  lists: [[dynamodb, 'ListTables']],
  async *list(place) {
    for await (const { TableNames = [] } of place.pages(dynamodb, 'ListTables', {})) {
      for (const name of TableNames) yield { name, arn: `arn:${place.partition}:dynamodb:${place.region}:${place.account}:table/${name}`, document: {} };
    }
  },
  details: {
    Table: detail(dynamodb, 'DescribeTable', {
      input: ({ name }) => ({ TableName: name }),
      take: ({ Table }) => Table,
      base: true,
      answers: ['replicaRegions', 'replicas', 'globalTableVersion', 'multiRegionConsistency', 'billingMode', 'kmsKey', 'deletionProtection', 'streamEnabled', 'localIndexes', 'tableClass', 'itemCount', 'readCapacity', 'writeCapacity'],
    }),
    ContinuousBackupsDescription: detail(dynamodb, 'DescribeContinuousBackups', {
      input: ({ name }) => ({ TableName: name }),
      take: ({ ContinuousBackupsDescription }) => ContinuousBackupsDescription,
      answers: ['pointInTimeRecovery'],
    }),
    TimeToLiveDescription: detail(dynamodb, 'DescribeTimeToLive', {
      input: ({ name }) => ({ TableName: name }),
      take: ({ TimeToLiveDescription }) => TimeToLiveDescription,
      answers: ['timeToLive'],
    }),
    KinesisDataStreamDestinations: detail(dynamodb, 'DescribeKinesisStreamingDestination', {
      input: ({ name }) => ({ TableName: name }),
      take: ({ KinesisDataStreamDestinations }) => KinesisDataStreamDestinations,
      answers: ['kinesisStream'],
    }),
    ContributorInsightsStatus: detail(dynamodb, 'DescribeContributorInsights', {
      input: ({ name }) => ({ TableName: name }),
      take: ({ ContributorInsightsStatus }) => ContributorInsightsStatus,
      answers: ['contributorInsights'],
    }),
    Tags: detail(dynamodb, 'ListTagsOfResource', { input: ({ arn }) => ({ ResourceArn: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['deletionProtection', 'multiRegionConsistency', 'witnessRegion', 'timeToLive', 'kinesisStream', 'contributorInsights'],
});
