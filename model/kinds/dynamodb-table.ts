import { z } from 'zod';
import { kind, type Surroundings } from '../kind.ts';
import { edges, usesKeys } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { every, filled, is, isSet, positive, setOf, some, told } from '../reading.ts';

const replica = z.object({
  region: z.string().optional().describe('Region of the replica'),
  pointInTimeRecovery: z.boolean().optional().describe('Point-in-time recovery is on for the replica'),
  deletionProtection: z.boolean().optional().describe('Deletion protection is on for the replica'),
  kmsKey: z.string().optional().describe('Customer managed key of the replica'),
  kinesisStream: z.string().optional().describe('Kinesis stream that the replica’s changes go to'),
  contributorInsights: z.boolean().optional().describe('Contributor Insights is on for the replica'),
  resourcePolicy: z.boolean().optional().describe('The replica has a resource policy'),
  tableClass: z.string().optional().describe('Table class of the replica, where it differs'),
  readCapacity: z.number().optional().describe('Fixed read capacity units of the replica'),
  maxReadRequests: z.number().optional().describe('Most on-demand read request units per second of the replica, where limited'),
  readScaling: z.boolean().optional().describe('Auto scaling adjusts the replica’s read capacity'),
});

const attributes = z.object({
  replicaRegions: z.array(z.string()).describe('Regions that hold a global-table replica, the own region not included'),
  replicas: z.array(replica).describe('Settings of the global-table replicas that do not synchronise, the own region not included'),
  globalTableVersion: z.string().describe('Version of the global table: 2017.11.29 (legacy) or 2019.11.21'),
  multiRegionConsistency: z.string().describe('EVENTUAL or STRONG, for global tables'),
  witnessRegion: z.string().describe('Region of the witness of a strongly consistent global table'),
  pointInTimeRecovery: z.boolean().describe('Point-in-time recovery is on'),
  billingMode: z.string().describe('PAY_PER_REQUEST or PROVISIONED'),
  readCapacity: z.number().describe('Provisioned read capacity units'),
  writeCapacity: z.number().describe('Provisioned write capacity units'),
  writeScaling: z.boolean().describe('Auto scaling adjusts the write capacity, as told by the table itself'),
  kmsKey: z.string().describe('Customer managed key: ARN, id, alias or symbol'),
  deletionProtection: z.boolean().describe('Deletion protection is on'),
  streamEnabled: z.boolean().describe('A change stream is on'),
  kinesisStream: z.string().describe('Kinesis stream that changes go to'),
  timeToLive: z.boolean().describe('Items expire by a TTL attribute'),
  localIndexes: z.boolean().describe('Local secondary indexes exist, which rule out strong multi-Region consistency'),
  contributorInsights: z.boolean().describe('Contributor Insights is on'),
  tableClass: z.string().describe('STANDARD or STANDARD_INFREQUENT_ACCESS'),
  itemCount: z.number().describe('Items that the table holds, as last counted by the service'),
});
type Attributes = Partial<z.infer<typeof attributes>>;

export const dynamodbTable = kind({
  id: 'dynamodb-table',
  title: 'DynamoDB table',
  traits: ['data-store'],
  names: {
    cloudformation: 'AWS::DynamoDB::Table',
    also: ['AWS::DynamoDB::GlobalTable', 'AWS::Serverless::SimpleTable'],
    terraform: ['aws_dynamodb_table'],
  },
  arn: 'arn:{partition}:dynamodb:{region}:{account}:table/{name}',
  name: { cloudformation: 'TableName', terraform: 'name' },
  attributes,
  read: {
    cloudformation: (from, around) => ({
      ...(around.type === 'AWS::DynamoDB::GlobalTable' ? globalTable(from, around) : regionalTable(from, around.type)),
      timeToLive: from.flag('TimeToLiveSpecification.Enabled', false),
      localIndexes: from.has('LocalSecondaryIndexes'),
    }),
    terraform: (from) => ({
      replicaRegions: setOf(from.texts('replica[].region_name', [])),
      replicas: from.items('replica[]')?.map((each) =>
        told({
          region: each.text('region_name'),
          pointInTimeRecovery: each.flag('point_in_time_recovery', false),
          kmsKey: filled(each.text('kms_key_arn')),
        }),
      ),
      globalTableVersion: from.has('replica') === true ? '2019.11.21' : undefined,
      // Versions of the provider that have no word for it make no other tables.
      multiRegionConsistency: from.has('replica') === true ? consistency(from.texts('replica[].consistency_mode', [])) : undefined,
      pointInTimeRecovery: from.flag('point_in_time_recovery.enabled', false),
      billingMode: from.text('billing_mode', 'PROVISIONED'),
      readCapacity: from.count('read_capacity'),
      writeCapacity: from.count('write_capacity'),
      kmsKey: filled(from.text('server_side_encryption.kms_key_arn')),
      deletionProtection: from.flag('deletion_protection_enabled', false),
      streamEnabled: from.has('replica') === true ? true : from.flag('stream_enabled', false),
      timeToLive: from.flag('ttl.enabled', false),
      localIndexes: from.has('local_secondary_index'),
      tableClass: filled(from.text('table_class', 'STANDARD')),
    }),
    describe: (from, { region }) => ({
      replicaRegions: setOf(from.texts('Replicas[].RegionName', []))?.filter((each) => each !== region),
      replicas: from
        .items('Replicas[]')
        ?.filter((each) => each.text('RegionName') !== region)
        .map((each) =>
          told({
            region: each.text('RegionName'),
            kmsKey: each.text('KMSMasterKeyId'),
            tableClass: each.text('ReplicaTableClassSummary.TableClass'),
            readCapacity: each.count('ProvisionedThroughputOverride.ReadCapacityUnits'),
            maxReadRequests: positive(each.count('OnDemandThroughputOverride.MaxReadRequestUnits')) === true ? each.count('OnDemandThroughputOverride.MaxReadRequestUnits') : undefined,
          }),
        ),
      globalTableVersion: from.text('GlobalTableVersion'),
      multiRegionConsistency: from.has('Replicas') === true ? from.text('MultiRegionConsistency', 'EVENTUAL') : undefined,
      witnessRegion: from.text('GlobalTableWitnesses.RegionName'),
      pointInTimeRecovery: is(from.text('ContinuousBackupsDescription.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus'), 'ENABLED'),
      billingMode: from.text('BillingModeSummary.BillingMode', 'PROVISIONED'),
      readCapacity: from.count('ProvisionedThroughput.ReadCapacityUnits'),
      writeCapacity: from.count('ProvisionedThroughput.WriteCapacityUnits'),
      kmsKey: from.text('SSEDescription.KMSMasterKeyArn'),
      deletionProtection: from.flag('DeletionProtectionEnabled', false),
      streamEnabled: from.flag('StreamSpecification.StreamEnabled', false),
      kinesisStream: from.items('KinesisDataStreamDestinations[]')?.find((each) => is(each.text('DestinationStatus'), 'ACTIVE', 'ENABLING', 'UPDATING') === true)?.text('StreamArn'),
      timeToLive: is(from.text('TimeToLiveDescription.TimeToLiveStatus'), 'ENABLED', 'ENABLING'),
      contributorInsights: is(from.text('ContributorInsightsStatus'), 'ENABLED', 'ENABLING'),
      localIndexes: from.has('LocalSecondaryIndexes'),
      tableClass: from.text('TableClassSummary.TableClass', 'STANDARD'),
      itemCount: from.count('ItemCount'),
    }),
  },
  parts: {
    aws_dynamodb_table_replica: {
      of: 'global_table_arn',
      read: (from, { region }) => ({
        replicaRegions: region === undefined ? undefined : [region],
        replicas: [
          told({
            region,
            pointInTimeRecovery: from.flag('point_in_time_recovery', false),
            deletionProtection: from.flag('deletion_protection_enabled'),
            kmsKey: filled(from.text('kms_key_arn')),
            tableClass: filled(from.text('table_class_override')),
          }),
        ],
      }),
    },
    aws_dynamodb_global_table: {
      of: 'name',
      read: (from, { region }) => ({
        globalTableVersion: '2017.11.29',
        replicaRegions: setOf(from.texts('replica[].region_name', []))?.filter((each) => each !== region),
      }),
    },
    aws_dynamodb_kinesis_streaming_destination: { of: 'table_name', read: (from) => ({ kinesisStream: from.text('stream_arn') }) },
    aws_dynamodb_contributor_insights: {
      of: 'table_name',
      read: (from) => ({ contributorInsights: isSet(from, 'index_name') === false ? true : undefined }),
      absent: { contributorInsights: false },
    },
  },
  copies: ({ replicaRegions = [], replicas = [], globalTableVersion, billingMode }) =>
    replicaRegions.map((region) => {
      const { pointInTimeRecovery, deletionProtection, kmsKey: key, kinesisStream: stream, contributorInsights, tableClass, readCapacity } = replicas.find((each) => each.region === region) ?? {};
      return { region, attributes: { pointInTimeRecovery, deletionProtection, kmsKey: key, kinesisStream: stream, contributorInsights, tableClass, readCapacity, globalTableVersion, billingMode, streamEnabled: true } };
    }),
  references: ({ kmsKey, kinesisStream, replicas = [] }) => [
    ...usesKeys(kmsKey, ...replicas.map((each) => each.kmsKey)),
    ...edges('writes', [kinesisStream, ...replicas.map((each) => each.kinesisStream)], 'AWS::Kinesis::Stream'),
  ],
});

/** A table of one region as CloudFormation's Table or SAM's SimpleTable declares it. */
function regionalTable(from: Properties, type: string): Attributes {
  const simple = type === 'AWS::Serverless::SimpleTable';
  const provisioned = from.has('ProvisionedThroughput');
  const simpleMode = provisioned === undefined ? undefined : provisioned ? 'PROVISIONED' : 'PAY_PER_REQUEST';
  return told({
    replicaRegions: [],
    replicas: [],
    pointInTimeRecovery: from.flag('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
    billingMode: simple ? simpleMode : from.text('BillingMode', 'PROVISIONED'),
    readCapacity: from.count('ProvisionedThroughput.ReadCapacityUnits'),
    writeCapacity: from.count('ProvisionedThroughput.WriteCapacityUnits'),
    kmsKey: filled(from.text('SSESpecification.KMSMasterKeyId')),
    streamEnabled: from.has('StreamSpecification'),
    kinesisStream: filled(from.text('KinesisStreamSpecification.StreamArn')),
    contributorInsights: from.flag('ContributorInsightsSpecification.Enabled', false),
    tableClass: from.text('TableClass', 'STANDARD'),
    deletionProtection: from.flag('DeletionProtectionEnabled', false),
  });
}

function globalTable(from: Properties, around: Surroundings): Attributes {
  const own = ownReplica(from, around);
  const others = otherReplicas(from, around);
  return told({
    replicaRegions: setOf(from.texts('Replicas[].Region', []))?.filter((region) => region !== around.region),
    replicas: others?.map(replicaOf),
    globalTableVersion: '2019.11.21',
    multiRegionConsistency: from.text('MultiRegionConsistency', 'EVENTUAL'),
    witnessRegion: from.text('GlobalTableWitnesses.Region'),
    pointInTimeRecovery: own?.flag('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
    billingMode: from.text('BillingMode', 'PROVISIONED'),
    writeScaling: from.has('WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings'),
    kmsKey: filled(own?.text('SSESpecification.KMSMasterKeyId')),
    streamEnabled: some([from.has('StreamSpecification'), others === undefined ? undefined : others.length > 0]),
    kinesisStream: filled(own?.text('KinesisStreamSpecification.StreamArn')),
    contributorInsights: own?.flag('ContributorInsightsSpecification.Enabled', false),
    tableClass: own?.text('TableClass', 'STANDARD'),
    deletionProtection: own?.flag('DeletionProtectionEnabled', false),
  });
}

/** The replica in the region of the stack; undefined where that region is not told. */
const ownReplica = (from: Properties, { region }: Surroundings): Properties | undefined =>
  region === undefined ? undefined : from.items('Replicas[]')?.find((each) => each.text('Region') === region);

function otherReplicas(from: Properties, { region }: Surroundings): Properties[] | undefined {
  const all = from.items('Replicas[]');
  const told = every(all?.map((each) => (each.text('Region') === undefined ? undefined : true)));
  return told === undefined ? undefined : all?.filter((each) => each.text('Region') !== region);
}

function replicaOf(from: Properties): z.infer<typeof replica> {
  return told({
    region: from.text('Region'),
    pointInTimeRecovery: from.flag('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
    deletionProtection: from.flag('DeletionProtectionEnabled', false),
    kmsKey: filled(from.text('SSESpecification.KMSMasterKeyId')),
    kinesisStream: filled(from.text('KinesisStreamSpecification.StreamArn')),
    contributorInsights: from.flag('ContributorInsightsSpecification.Enabled', false),
    resourcePolicy: from.has('ResourcePolicy'),
    tableClass: from.text('TableClass'),
    readCapacity: from.count('ReadProvisionedThroughputSettings.ReadCapacityUnits'),
    maxReadRequests: from.count('ReadOnDemandThroughputSettings.MaxReadRequestUnits'),
    readScaling: from.has('ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings'),
  });
}

const consistency = (modes: readonly string[] | undefined): string | undefined => (modes === undefined ? undefined : modes.includes('STRONG') ? 'STRONG' : 'EVENTUAL');
