import assert from 'node:assert/strict';
import { it } from 'node:test';
import { serviceOfNamespace, serviceOfSdkName } from '../../../scanner/code/sdk-service.ts';

it('knows a service by the names that SDKs give it', () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    s3: ['s3', 'S3', 'S3Client', 'AmazonS3', 'AmazonS3Client', 'S3AsyncClient', 'S3ClientBuilder'],
    logs: ['logs', 'CloudWatchLogs', 'cloudwatch-logs', 'CloudWatchLogsClient', 'AWSLogs'],
    monitoring: ['cloudwatch', 'CloudWatchClient'],
    'cognito-idp': ['cognito-idp', 'CognitoIdentityProviderClient', 'CognitoIdentityServiceProvider'],
    email: ['ses', 'SESv2Client', 'AmazonSimpleEmailService'],
    states: ['SFNClient', 'stepfunctions', 'StepFunctions', 'sfn'],
    events: ['EventBridgeClient', 'events', 'cloudwatch-events', 'CloudWatchEvents'],
    dynamodb: ['DynamoDB', 'DynamoDBDocumentClient', 'DynamoDbAsyncClient'],
    'api.pricing': ['PricingClient', 'pricing'],
    sts: ['STSClient', 'AWSSecurityTokenServiceClient'],
  };
  for (const [service, list] of Object.entries(names)) for (const name of list) assert.equal(serviceOfSdkName(name), service, name);
  for (const name of ['Client', 'HttpClient', 'RedisClient', '', 'constructor', '__proto__', 'x'.repeat(1_000)]) assert.equal(serviceOfSdkName(name), undefined, name);
});

it('knows a service by its CloudFormation namespace and CDK module', () => {
  for (const [name, service] of [['aws-certificatemanager', 'acm'], ['CertificateManager', 'acm'], ['aws_cloudfront', 'cloudfront'], ['aws-opensearchservice', 'es'], ['aws-stepfunctions', 'states'], ['WAFv2', 'wafv2'], ['aws-kinesisfirehose', 'firehose']] as const) {
    assert.equal(serviceOfNamespace(name), service, name);
  }
  assert.equal(serviceOfNamespace('aws-nothing'), undefined);
});
