import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sdkOperations } from '../../model/sdk-operation.ts';

const said = (name: string): string[] => sdkOperations(name).map(({ service, edge, parameters }) => `${service} ${edge} ${parameters.map(({ path, type }) => `${path}: ${type}`).join(', ')}`);

test('operations are known in every spelling, with what they do to which resource', () => {
  for (const name of ['GetItem', 'getItem', 'get_item']) assert.deepEqual(said(name), ['dynamodb reads TableName: AWS::DynamoDB::Table']);
  assert.deepEqual(said('PutObject'), ['s3 writes Bucket: AWS::S3::Bucket']);
  assert.deepEqual(said('GetSecretValue'), ['secretsmanager uses-secret SecretId: AWS::SecretsManager::Secret']);
  assert.deepEqual(said('Decrypt'), ['kms uses-key KeyId: AWS::KMS::Key']);
  assert.deepEqual(said('Invoke'), ['lambda calls FunctionName: AWS::Lambda::Function']);
  assert.deepEqual(said('ReceiveMessage'), ['sqs reads QueueUrl: AWS::SQS::Queue']);
  assert.deepEqual(said('BatchWriteItem'), ['dynamodb writes RequestItems{}: AWS::DynamoDB::Table']);
  assert.deepEqual(said('PutRecord').map((text) => text.split(' ', 1)[0]), ['firehose', 'kinesis']);
  assert.deepEqual(said('toString'), []);
});
