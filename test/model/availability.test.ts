import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classAvailability, serviceAvailability, typeAvailability, type Availability } from '../../model/availability.ts';
import { classFamilies } from '../../model/class-offer.ts';
import { regions } from '../../model/region.ts';

const states = (answers: readonly Availability[]): string[] => answers.map(({ state }) => state);

test('the Systems Manager tree says where a service is, by its code or by CloudFormation namespace', () => {
  assert.equal(serviceAvailability('dynamodb', 'eu-west-1').state, 'available');
  assert.deepEqual(states([serviceAvailability('apprunner', 'eu-north-1'), serviceAvailability('AppRunner', 'eu-north-1'), serviceAvailability('AWS::AppRunner', 'eu-north-1')]), ['unavailable', 'unavailable', 'unavailable']);
  assert.deepEqual(states([serviceAvailability('MSK', 'eusc-de-east-1'), serviceAvailability('kafka', 'cn-north-1')]), ['available', 'available']);
  assert.equal(serviceAvailability('devicefarm', 'eu-west-1').state, 'unavailable');
});

test('regions without data are unknown, never available', () => {
  for (const region of ['me-west-1', 'sa-west-1', 'us-iso-east-1', 'xx-north-9', '', '__proto__']) {
    assert.deepEqual(states([
      serviceAvailability('dynamodb', region), serviceAvailability('S3Tables', region), typeAvailability('AWS::DynamoDB::Table', region), typeAvailability('AWS::S3Tables::TableBucket', region),
      classAvailability('ec2', 'm5.large', region), classAvailability('rds:mysql', 'db.m5.large', region),
    ]), Array(6).fill('unknown'), region);
  }
});

test('services, types and classes that the tables do not know are unknown', () => {
  assert.deepEqual(states([
    serviceAvailability('no-such-service', 'us-east-1'), serviceAvailability('constructor', 'us-east-1'),
    typeAvailability('AWS::DynamoDB::NoSuchType', 'us-east-1'), typeAvailability('AWS::NoSuchService::Thing', 'us-east-1'), typeAvailability('Custom::Thing', 'us-east-1'), typeAvailability('', 'us-east-1'),
    classAvailability('ec2', 'z99.large', 'us-east-1'), classAvailability('ec2', 'constructor', 'us-east-1'), classAvailability('no-such-family', 'm5.large', 'us-east-1'), classAvailability('rds:constructor', 'db.m5.large', 'us-east-1'),
  ]), Array(10).fill('unknown'));
});

test('a service missing from the tree everywhere is not called unavailable: CloudFormation\'s registry gives a guess', () => {
  assert.equal(serviceAvailability('ApplicationSignals', 'us-east-1').state, 'probably-available');
  assert.equal(typeAvailability('AWS::ApplicationAutoScaling::ScalableTarget', 'ap-east-2').state, 'probably-available');
  assert.equal(typeAvailability('AWS::ARCRegionSwitch::Plan', 'eu-west-1').state, 'probably-available');
  assert.equal(typeAvailability('AWS::Interconnect::Connection', 'ap-east-2').state, 'probably-unavailable');
});

test('the tree outranks the registry: a type registered where the service is not is unavailable', () => {
  const answer = typeAvailability('AWS::CodePipeline::Pipeline', 'ca-west-1');
  assert.equal(answer.state, 'unavailable');
  assert.match(answer.note ?? '', /registers/);
});

test('a service that is there while its type is not cannot be deployed by CloudFormation', () => {
  assert.equal(typeAvailability('AWS::Bedrock::Agent', 'af-south-1').state, 'not-deployable');
  assert.equal(typeAvailability('AWS::DAX::Cluster', 'eu-south-1').state, 'not-deployable');
  assert.equal(serviceAvailability('Bedrock', 'af-south-1').state, 'available');
});

test('agreeing sources make a type available, and the older of the two dates it', () => {
  const answer = typeAvailability('AWS::DynamoDB::Table', 'eu-central-1');
  assert.equal(answer.state, 'available');
  assert.match(answer.source, /Systems Manager.*CloudFormation registry/);
  assert.equal(answer.date, [serviceAvailability('dynamodb', 'eu-central-1').date, typeAvailability('AWS::S3Tables::Table', 'eu-central-1').date].sort()[0]);
});

test('eusc-de-east-1 and me-south-1 have service data and no type data', () => {
  for (const region of ['eusc-de-east-1', 'me-south-1']) {
    assert.equal(serviceAvailability('dynamodb', region).state, 'available');
    const answer = typeAvailability('AWS::DynamoDB::Table', region);
    assert.equal(answer.state, 'unknown');
    assert.match(answer.note ?? '', /is offered/);
    assert.equal(typeAvailability('AWS::AppRunner::Service', region).state, 'unavailable');
  }
});

test('in the frozen me-central-1 a registered type counts and a missing one says nothing', () => {
  assert.equal(typeAvailability('AWS::DynamoDB::Table', 'me-central-1').state, 'available');
  assert.equal(typeAvailability('AWS::CloudWatch::LogAlarm', 'me-central-1').state, 'unknown');
});

test('services of the account or the world are no gap of any region of their partition', () => {
  assert.deepEqual(states(['iam', 'route53', 'cloudfront', 'billing', 'costexplorer', 'taxsettings', 'partnercentral-selling', 'route53-recovery-readiness'].map((code) => serviceAvailability(code, 'ap-southeast-6'))), Array(8).fill('not-region-bound'));
  assert.equal(typeAvailability('AWS::IAM::Role', 'eusc-de-east-1').state, 'not-region-bound');
  assert.equal(serviceAvailability('CUR', 'eu-west-1').state, 'not-region-bound');
  assert.equal(serviceAvailability('globalaccelerator', 'cn-north-1').state, 'probably-unavailable');
  assert.equal(serviceAvailability('iam', 'us-iso-east-1').state, 'unknown');
});

test('SAM types are judged as what they become', () => {
  assert.equal(typeAvailability('AWS::Serverless::Function', 'eu-west-1').state, 'available');
});

test('classes: offered, not offered, and no data for the region or family', () => {
  assert.equal(classAvailability('ec2', 'm5.large', 'eu-west-1').state, 'available');
  assert.equal(classAvailability('ec2', 'c1.medium', 'eu-south-2').state, 'unavailable');
  assert.equal(classAvailability('rds:aurora-postgresql', 'db.r6g.large', 'eu-west-1').state, 'available');
  assert.equal(classAvailability('mq', 'mq.m7g.2xlarge', 'eu-west-1').state, 'available');
  assert.equal(classAvailability('opensearch', 'r6g.large.elasticsearch', 'eu-west-1').state, 'available');
  assert.equal(classAvailability('ec2', 'm5.large', 'eusc-de-east-1').state, 'unknown');
  assert.equal(classAvailability('docdb', 'db.r6g.large', 'us-west-1').state, 'unavailable');
  assert.ok(classFamilies.includes('rds-cluster:postgres') && !classFamilies.includes('rds'));
});

test('every answer names its source and date', () => {
  for (const region of [...regions.keys(), 'xx-north-9']) {
    const answers = [
      ...['dynamodb', 'iam', 'S3Tables', 'nothing'].map((service) => serviceAvailability(service, region)),
      ...['AWS::DynamoDB::Table', 'AWS::S3Tables::Table', 'AWS::IAM::Role', 'Custom::X', 'AWS::Polly::Lexicon'].map((type) => typeAvailability(type, region)),
      ...classFamilies.map((family) => classAvailability(family, 'db.r5.large', region)),
    ];
    for (const { source, date } of answers) assert.ok(source.length > 10 && /^\d{4}-\d\d-\d\d$/.test(date));
  }
});
