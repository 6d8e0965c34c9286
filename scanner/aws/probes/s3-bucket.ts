import type { Bucket } from '@aws-sdk/client-s3';
import { detail, probe, type Listed, type Place } from '../probe.ts';
import { cloudwatch } from '../services/cloudwatch.ts';
import { s3 } from '../services/s3.ts';

const bucket = ({ name }: Listed): { Bucket: string } => ({ Bucket: name });

/** Members are called as in the supplementary configuration of AWS Config. */
export const s3Bucket = probe({
  kind: 's3-bucket',
  lists: [[s3, 'ListBuckets'], [s3, 'GetBucketLocation']],
  global: true,
  async *list(place) {
    // A page size makes S3 tell the region of each bucket.
    for await (const { Buckets = [] } of place.pages(s3, 'ListBuckets', { MaxBuckets: 1000 })) {
      for (const each of Buckets) if (each.Name !== undefined) yield await listed(place, each.Name, each);
    }
  },
  details: {
    BucketVersioningConfiguration: detail(s3, 'GetBucketVersioning', { input: bucket, take: ({ Status = 'Off' }) => ({ Status }), answers: ['versioning'] }),
    BucketReplicationConfiguration: detail(s3, 'GetBucketReplication', {
      input: bucket,
      take: ({ ReplicationConfiguration }) => ReplicationConfiguration,
      none: ['ReplicationConfigurationNotFoundError'],
      answers: ['replication', 'replicationRole'],
    }),
    ServerSideEncryptionConfiguration: detail(s3, 'GetBucketEncryption', {
      input: bucket,
      take: ({ ServerSideEncryptionConfiguration }) => ServerSideEncryptionConfiguration,
      none: ['ServerSideEncryptionConfigurationNotFoundError'],
      answers: ['encryption', 'kmsKey'],
    }),
    BucketLifecycleConfiguration: detail(s3, 'GetBucketLifecycleConfiguration', {
      input: bucket,
      take: ({ Rules }) => ({ Rules }),
      none: ['NoSuchLifecycleConfiguration'],
      answers: ['lifecycle'],
    }),
    BucketNotificationConfiguration: detail(s3, 'GetBucketNotificationConfiguration', {
      input: bucket,
      take: ({ LambdaFunctionConfigurations, QueueConfigurations, TopicConfigurations, EventBridgeConfiguration }) => ({
        LambdaFunctionConfigurations, QueueConfigurations, TopicConfigurations, EventBridge: EventBridgeConfiguration !== undefined,
      }),
      answers: ['notifications', 'eventBridge'],
    }),
    BucketCrossOriginConfiguration: detail(s3, 'GetBucketCors', { input: bucket, take: ({ CORSRules }) => ({ Rules: CORSRules }), none: ['NoSuchCORSConfiguration'], answers: ['cors'] }),
    BucketWebsiteConfiguration: detail(s3, 'GetBucketWebsite', {
      input: bucket,
      take: ({ IndexDocument, RedirectAllRequestsTo }) => ({ IndexDocument, RedirectAllRequestsTo }),
      none: ['NoSuchWebsiteConfiguration'],
      answers: ['website'],
    }),
    OwnershipControls: detail(s3, 'GetBucketOwnershipControls', {
      input: bucket,
      take: ({ OwnershipControls }) => OwnershipControls,
      none: ['OwnershipControlsNotFoundError'],
      answers: ['ownership'],
    }),
    PublicAccessBlockConfiguration: detail(s3, 'GetPublicAccessBlock', {
      input: bucket,
      take: ({ PublicAccessBlockConfiguration }) => PublicAccessBlockConfiguration,
      none: ['NoSuchPublicAccessBlockConfiguration'],
      answers: ['publicAccessBlocked'],
    }),
    BucketLoggingConfiguration: detail(s3, 'GetBucketLogging', {
      input: bucket,
      take: ({ LoggingEnabled }) => ({ DestinationBucketName: LoggingEnabled?.TargetBucket }),
      answers: ['logBucket'],
    }),
    ObjectLockConfiguration: detail(s3, 'GetObjectLockConfiguration', {
      input: bucket,
      take: ({ ObjectLockConfiguration }) => ObjectLockConfiguration,
      none: ['ObjectLockConfigurationNotFoundError'],
      answers: ['objectLock'],
    }),
    BucketPolicy: detail(s3, 'GetBucketPolicy', { input: bucket, take: ({ Policy }) => ({ PolicyText: Policy }), none: ['NoSuchBucketPolicy'], answers: ['policy'] }),
    NumberOfObjects: detail(cloudwatch, 'GetMetricStatistics', {
      // Counted once a day, and told a day or two later.
      input: ({ name }) => ({
        Namespace: 'AWS/S3', MetricName: 'NumberOfObjects', Statistics: ['Average' as const], Period: 86_400,
        Dimensions: [{ Name: 'BucketName', Value: name }, { Name: 'StorageType', Value: 'AllStorageTypes' }],
        StartTime: new Date(Date.now() - 4 * 86_400_000), EndTime: new Date(),
      }),
      take: ({ Datapoints = [] }) => Datapoints.toSorted((a, b) => Number(b.Timestamp) - Number(a.Timestamp))[0]?.Average,
      answers: ['objects'],
    }),
    BucketTagging: detail(s3, 'GetBucketTagging', { input: bucket, take: ({ TagSet }) => TagSet, none: ['NoSuchTagSet'], answers: ['tags'] }),
  },
  beyondConfig: ['ownership', 'eventBridge', 'objects'],
});

async function listed(place: Place, name: string, { BucketRegion, BucketArn }: Bucket): Promise<Listed> {
  const region = BucketRegion ?? regionOf((await place.call(s3, 'GetBucketLocation', { Bucket: name })).LocationConstraint);
  return { name, arn: BucketArn ?? `arn:${place.partition}:s3:::${name}`, region, document: { Name: name } };
}

/** S3's first two regions are called by no and by an old name. */
const regionOf = (constraint: string | undefined): string => (constraint === undefined || constraint === '' ? 'us-east-1' : constraint === 'EU' ? 'eu-west-1' : constraint);
