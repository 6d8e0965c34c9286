import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dynamodbTable } from '../../../model/kinds/dynamodb-table.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

const key = 'arn:aws:kms:eu-central-1:123456789012:key/mrk-1234abcd12ab34cd56ef1234567890ab';

describe('dynamodb-table', () => {
  it('reads the same attributes of a regional table', () => {
    const read = sameAttributes(dynamodbTable, {
      cloudformation: {
        TableName: 'orders', BillingMode: 'PAY_PER_REQUEST', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, KMSMasterKeyId: key }, StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: 'true' }, LocalSecondaryIndexes: [{ IndexName: 'by-date' }], DeletionProtectionEnabled: true,
        ContributorInsightsSpecification: { Enabled: false },
      },
      terraform: {
        name: 'orders', billing_mode: 'PAY_PER_REQUEST', point_in_time_recovery: [{ enabled: true }], server_side_encryption: [{ enabled: true, kms_key_arn: key }],
        stream_enabled: true, ttl: [{ attribute_name: 'ttl', enabled: true }], local_secondary_index: [{ name: 'by-date' }], deletion_protection_enabled: true,
      },
      ignore: ['contributorInsights'],
    });
    assert.deepEqual(read, {
      replicaRegions: [], replicas: [], pointInTimeRecovery: true, billingMode: 'PAY_PER_REQUEST', kmsKey: key, streamEnabled: true, tableClass: 'STANDARD',
      deletionProtection: true, timeToLive: true, localIndexes: true, contributorInsights: false,
    });
    sameDescribed(dynamodbTable, {
      like: read,
      beyond: { kinesisStream: 'arn:aws:kinesis:eu-west-1:123456789012:stream/changes', itemCount: 12, readCapacity: 0, writeCapacity: 0 },
      describe: {
        TableName: 'orders', BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' }, ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0 }, ItemCount: 12,
        SSEDescription: { Status: 'ENABLED', KMSMasterKeyArn: key }, StreamSpecification: { StreamEnabled: true }, DeletionProtectionEnabled: true,
        LocalSecondaryIndexes: [{ IndexName: 'by-date' }], TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED' },
        ContinuousBackupsDescription: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' } }, ContributorInsightsStatus: 'DISABLED',
        KinesisDataStreamDestinations: [{ StreamArn: 'old', DestinationStatus: 'DISABLED' }, { StreamArn: 'arn:aws:kinesis:eu-west-1:123456789012:stream/changes', DestinationStatus: 'ACTIVE' }],
      },
    });
  });

  it('reads replicas without the own region', () => {
    const type = 'AWS::DynamoDB::GlobalTable';
    const template = {
      BillingMode: 'PAY_PER_REQUEST',
      Replicas: [
        { Region: 'eu-west-1', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }, DeletionProtectionEnabled: true },
        { Region: 'eu-central-1', SSESpecification: { KMSMasterKeyId: key } },
      ],
    };
    const read = attributesOf(dynamodbTable, 'cloudformation', template, { type });
    assert.deepEqual(read['replicaRegions'], ['eu-central-1']);
    assert.deepEqual(read['replicas'], [
      { region: 'eu-central-1', pointInTimeRecovery: false, deletionProtection: false, kmsKey: key, contributorInsights: false, resourcePolicy: false, readScaling: false },
    ]);
    assert.deepEqual([read['pointInTimeRecovery'], read['deletionProtection'], read['streamEnabled'], read['multiRegionConsistency']], [true, true, true, 'EVENTUAL']);
    const elsewhere = attributesOf(dynamodbTable, 'cloudformation', template, { type, region: 'us-east-1' });
    assert.equal('pointInTimeRecovery' in elsewhere, false, 'a stack in a region without replica tells nothing of its own replica');
  });

  it('says nothing of replicas with an unresolved region', () => {
    const read = attributesOf(dynamodbTable, 'cloudformation', { Replicas: [{ Region: unresolved('parameter Target') }] }, { type: 'AWS::DynamoDB::GlobalTable' });
    assert.equal('replicaRegions' in read, false);
    assert.equal('replicas' in read, false);
  });

  it('reads replicas that Terraform declares inside, apart and in the legacy way', () => {
    const inline = attributesOf(dynamodbTable, 'terraform', { replica: [{ region_name: 'eu-central-1', point_in_time_recovery: true, kms_key_arn: '' }] });
    assert.deepEqual(inline['replicaRegions'], ['eu-central-1']);
    assert.deepEqual(inline['replicas'], [{ region: 'eu-central-1', pointInTimeRecovery: true }]);
    assert.deepEqual(inline['streamEnabled'], true);
    assert.deepEqual(
      partAttributesOf(dynamodbTable, 'aws_dynamodb_table_replica', { global_table_arn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders' }, { region: 'eu-central-1' }),
      { replicaRegions: ['eu-central-1'], replicas: [{ region: 'eu-central-1', pointInTimeRecovery: false }] },
    );
    assert.deepEqual(
      partAttributesOf(dynamodbTable, 'aws_dynamodb_global_table', { name: 'orders', replica: [{ region_name: 'eu-west-1' }, { region_name: 'us-east-1' }] }),
      { globalTableVersion: '2017.11.29', replicaRegions: ['us-east-1'] },
    );
  });

  it('takes the billing mode of a SAM table from its throughput', () => {
    const type = 'AWS::Serverless::SimpleTable';
    assert.equal(attributesOf(dynamodbTable, 'cloudformation', {}, { type })['billingMode'], 'PAY_PER_REQUEST');
    assert.equal(attributesOf(dynamodbTable, 'cloudformation', { ProvisionedThroughput: { WriteCapacityUnits: 5 } }, { type })['billingMode'], 'PROVISIONED');
  });

  it('links keys and streams', () => {
    assert.deepEqual(referencesOf(dynamodbTable, { kmsKey: 'alias/aws/dynamodb', replicas: [{ kmsKey: key }], kinesisStream: 'changes' }), [
      { edge: 'uses-key', to: key, target: 'AWS::KMS::Key' },
      { edge: 'writes', to: 'changes', target: 'AWS::Kinesis::Stream' },
    ]);
  });
});
