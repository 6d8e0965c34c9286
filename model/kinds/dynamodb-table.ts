import { z } from 'zod';
import { kind } from '../kind.ts';
import type { Properties } from '../properties.ts';

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
  attributes: z.object({
    replicaRegions: z.array(z.string()).describe('Regions that hold a global-table replica, the own region not included'),
    pointInTimeRecovery: z.boolean().describe('Point-in-time recovery is on'),
    billingMode: z.string().describe('PAY_PER_REQUEST or PROVISIONED'),
    kmsKey: z.string().describe('Customer managed key: ARN, id, alias or symbol'),
    multiRegionConsistency: z.string().describe('EVENTUAL or STRONG, for global tables'),
    deletionProtection: z.boolean().describe('Deletion protection is on'),
    streamEnabled: z.boolean().describe('A change stream is on'),
    timeToLive: z.boolean().describe('Items expire by a TTL attribute'),
  }),
  read: {
    cloudformation: (from) => ({
      replicaRegions: from.texts('Replicas[].Region', []),
      pointInTimeRecovery:
        from.has('Replicas') === true ? everyReplicaRecovers(from) : from.flag('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
      billingMode: from.text('BillingMode', 'PROVISIONED'),
      kmsKey: from.text('SSESpecification.KMSMasterKeyId'),
      multiRegionConsistency: from.text('MultiRegionConsistency'),
      deletionProtection: from.flag('DeletionProtectionEnabled', false),
      streamEnabled: from.has('StreamSpecification'),
      timeToLive: from.flag('TimeToLiveSpecification.Enabled', false),
    }),
    terraform: (from) => ({
      replicaRegions: from.texts('replica[].region_name', []),
      pointInTimeRecovery: from.flag('point_in_time_recovery.enabled', false),
      billingMode: from.text('billing_mode', 'PROVISIONED'),
      kmsKey: from.text('server_side_encryption.kms_key_arn'),
      deletionProtection: from.flag('deletion_protection_enabled', false),
      streamEnabled: from.flag('stream_enabled', false),
      timeToLive: from.flag('ttl.enabled', false),
    }),
  },
  parts: {
    aws_dynamodb_table_replica: {
      of: 'global_table_arn',
      read: (_, { region }) => ({ replicaRegions: region === undefined ? undefined : [region] }),
    },
  },
  references: ({ kmsKey }) => (kmsKey === undefined ? [] : [{ edge: 'uses-key', to: kmsKey, target: 'AWS::KMS::Key' }]),
});

function everyReplicaRecovers(from: Properties): boolean | undefined {
  const replicas = from.items('Replicas[]');
  const flags = replicas?.map((replica) => replica.flag('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false));
  return flags === undefined || flags.includes(undefined) ? undefined : flags.every((flag) => flag === true);
}
