import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featureAvailability, type FeatureId } from '../../model/feature.ts';

const state = (id: FeatureId, home: string, target: string): string => featureAvailability(id, home, target).state;

test('strong consistency and DSQL need two regions of one set', () => {
  assert.equal(state('dynamodb-global-table-strong', 'us-east-1', 'us-west-2'), 'available');
  assert.equal(state('dynamodb-global-table-strong', 'us-east-1', 'eu-west-1'), 'unavailable');
  assert.equal(state('dsql-multi-region', 'eu-west-1', 'eu-south-1'), 'unavailable');
});

test('listed features need both regions in the list', () => {
  assert.equal(state('memorydb-multi-region', 'us-east-1', 'eu-west-1'), 'available');
  assert.equal(state('memorydb-multi-region', 'us-east-1', 'eu-west-3'), 'unavailable');
  assert.equal(state('eventbridge-global-endpoint', 'eu-west-1', 'eu-south-1'), 'available');
  assert.equal(state('s3-multi-region-access-point', 'eu-west-1', 'mx-central-1'), 'unavailable');
});

test('a list known to be incomplete excludes nobody', () => {
  assert.equal(state('sns-cross-region-delivery', 'us-east-1', 'us-west-2'), 'available');
  assert.equal(state('sns-cross-region-delivery', 'us-east-1', 'af-south-1'), 'unknown');
});

test('nothing spans partitions, announced regions are unknown, probes cannot be answered from a table', () => {
  assert.equal(state('s3-cross-region-replication', 'us-east-1', 'cn-north-1'), 'unavailable');
  assert.equal(state('s3-cross-region-replication', 'us-east-1', 'us-gov-west-1'), 'unavailable');
  assert.equal(state('s3-cross-region-replication', 'us-east-1', 'eu-south-2'), 'available');
  assert.equal(state('s3-cross-region-replication', 'us-east-1', 'me-west-1'), 'unknown');
  assert.equal(state('dynamodb-global-table', 'us-east-1', 'xx-north-9'), 'unknown');
  assert.equal(state('aurora-global-database', 'us-east-1', 'us-west-2'), 'unknown');
});

test('some features are one-sided or leave regions out', () => {
  assert.equal(state('directory-multi-region', 'us-east-1', 'eu-south-1'), 'available');
  assert.equal(state('directory-multi-region', 'eu-south-1', 'us-east-1'), 'unavailable');
  assert.equal(state('directory-multi-region', 'us-east-1', 'me-south-1'), 'unavailable');
  assert.equal(state('elasticache-global-datastore', 'us-east-1', 'ap-east-2'), 'unavailable');
});

test('features with a CloudFormation type of their own are answered by the registry', () => {
  assert.equal(state('cognito-user-pool-replica', 'eu-west-1', 'eu-central-1'), 'available');
  assert.equal(state('cognito-user-pool-replica', 'eu-west-1', 'eu-south-1'), 'probably-unavailable');
  assert.equal(state('msk-replicator', 'us-east-1', 'me-south-1'), 'unknown');
});
