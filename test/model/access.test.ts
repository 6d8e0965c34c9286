import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessOf, actsOn, bounds, denies, grantsOf, grantsOfManaged } from '../../model/access.ts';

const of = (actions: string[], ...resources: string[]): unknown => accessOf([{ effect: 'Allow', actions, resources }]).map(({ edge, to }) => `${edge} ${to}`);
const table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders';

describe('accessOf', () => {
  it('tells reading from writing', () => {
    assert.deepEqual(of(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], table), [`reads ${table}`]);
    assert.deepEqual(of(['dynamodb:GetItem', 'dynamodb:PutItem'], table), [`reads ${table}`, `writes ${table}`]);
    assert.deepEqual(of(['dynamodb:*'], table), [`reads ${table}`, `writes ${table}`]);
    assert.deepEqual(of(['s3:GetObject'], 'arn:aws:s3:::media/*'), ['reads arn:aws:s3:::media/*']);
  });

  it('knows keys, secrets, functions and events', () => {
    assert.deepEqual(of(['kms:Decrypt'], 'arn:aws:kms:eu-west-1:123456789012:key/1'), ['uses-key arn:aws:kms:eu-west-1:123456789012:key/1']);
    assert.deepEqual(of(['secretsmanager:GetSecretValue'], '⟦cloudformation:shop/eu-west-1/Secret⟧'), ['uses-secret ⟦cloudformation:shop/eu-west-1/Secret⟧']);
    assert.deepEqual(of(['lambda:InvokeFunction'], 'arn:aws:lambda:eu-west-1:123456789012:function:pay'), ['calls arn:aws:lambda:eu-west-1:123456789012:function:pay']);
    assert.deepEqual(of(['sns:Publish'], 'arn:aws:sns:eu-west-1:123456789012:orders'), ['triggers arn:aws:sns:eu-west-1:123456789012:orders']);
  });

  it('tells storing images from pulling them, answering a workflow from starting it, and lists of streams from their records', () => {
    const [images, flow, stream] = ['arn:aws:ecr:eu-west-1:123456789012:repository/shop', 'arn:aws:states:eu-west-1:123456789012:stateMachine:pay', 'arn:aws:kinesis:eu-west-1:123456789012:stream/clicks'];
    assert.deepEqual(of(['ecr:BatchGetImage'], images), [`uses-image ${images}`]);
    assert.deepEqual(of(['ecr:BatchGetImage', 'ecr:PutImage'], images), [`uses-image ${images}`, `writes ${images}`]);
    assert.deepEqual(of(['states:SendTaskSuccess'], flow), [`calls ${flow}`]);
    assert.deepEqual(of(['states:SendTaskSuccess', 'states:StartExecution'], flow), [`triggers ${flow}`]);
    assert.deepEqual(of(['kinesis:List*', 'kinesis:Put*'], stream), [`writes ${stream}`]);
    assert.deepEqual(of(['execute-api:ManageConnections'], 'arn:aws:execute-api:eu-west-1:123456789012:a1b2/*'), ['calls arn:aws:execute-api:eu-west-1:123456789012:a1b2/*']);
  });

  it('takes the actions of the resource’s own service', () => {
    assert.deepEqual(of(['s3:PutObject', 'dynamodb:GetItem'], table), [`reads ${table}`]);
    assert.deepEqual(of(['s3:PutObject', 'dynamodb:GetItem'], '⟦cloudformation:shop/eu-west-1/Orders#Arn⟧'), []);
  });

  it('says nothing of everything', () => {
    assert.deepEqual(of(['dynamodb:*'], '*', 'arn:aws:dynamodb:eu-west-1:123456789012:table/*', 'arn:aws:s3:::*', 'arn:aws:sqs:*:*:*'), []);
    assert.deepEqual(accessOf([{ effect: 'Deny', actions: ['dynamodb:*'], resources: [table] }, { actions: ['dynamodb:*'], resources: [table] }]), []);
    assert.deepEqual(accessOf(undefined), []);
  });
});

describe('grantsOf', () => {
  const told = (...statements: Parameters<typeof grantsOf>[0] & object): string[] => (grantsOf(statements) ?? []).map(({ edge, service, resource, broad }) => `${broad ? 'broad ' : ''}${edge} ${service} ${resource}`);

  it('gives one broad grant for each service, however much it takes in', () => {
    assert.deepEqual(told({ effect: 'Allow', actions: ['dynamodb:GetItem', 's3:PutObject', 'ec2:RunInstances'], resources: ['*'] }), ['broad reads dynamodb *', 'broad writes s3 *']);
    assert.deepEqual(told({ effect: 'Allow', actions: ['*'], resources: ['*'] }), [], 'everything of everything says nothing of anything');
    assert.deepEqual(told({ effect: 'Allow', actions: ['dynamodb:Query'], notResources: [table] }), ['broad reads dynamodb *']);
  });

  it('takes NotAction for every action that it does not name', () => {
    assert.deepEqual(told({ effect: 'Allow', notActions: ['iam:*'], resources: [table] }), [`reads dynamodb ${table}`, `writes dynamodb ${table}`]);
    assert.deepEqual(told({ effect: 'Allow', notActions: ['dynamodb:*'], resources: [table] }), []);
  });

  it('tells what symbols may stand for by every service, and what policies of AWS allow by their names', () => {
    assert.deepEqual(told({ effect: 'Allow', actions: ['firehose:PutRecord', 'kinesis:GetRecords'], resources: ['⟦s⟧'] }), ['writes firehose ⟦s⟧', 'reads kinesis ⟦s⟧']);
    assert.deepEqual(grantsOfManaged('arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess').map(({ edge, broad }) => [edge, broad]), [['reads', true], ['writes', true]]);
    assert.deepEqual(grantsOfManaged('arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess').map(({ edge }) => edge), ['reads']);
    assert.deepEqual(grantsOfManaged('arn:aws:iam::111122223333:policy/AmazonS3FullAccess'), []);
    assert.ok(actsOn('rds-data', 'rds') && !actsOn('s3', 'rds'));
  });

  it('leaves out actions on settings', () => assert.deepEqual(told({ effect: 'Allow', actions: ['dynamodb:UpdateTimeToLive', 'dynamodb:ListTables'], resources: [table] }), []));
});

describe('denies', () => {
  const grant = { actions: ['dynamodb:GetItem'] };
  it('takes a grant away only where that is certain', () => {
    assert.ok(denies({ effect: 'Deny', actions: ['dynamodb:*'], resources: ['*'] }, grant, table));
    assert.ok(denies({ effect: 'Deny', notActions: ['s3:*'], notResources: ['arn:aws:s3:::media'] }, grant, table));
    assert.ok(!denies({ effect: 'Deny', actions: ['dynamodb:*'], resources: ['*'], conditional: true }, grant, table));
    assert.ok(!denies({ effect: 'Deny', actions: ['dynamodb:PutItem'], resources: ['*'] }, grant, table));
    assert.ok(!denies({ effect: 'Deny', notActions: ['dynamodb:Get*'], resources: ['*'] }, grant, table));
    assert.ok(!denies({ effect: 'Deny', actions: ['*'], notResources: [table] }, grant, table));
    assert.ok(!denies({ effect: 'Deny' }, grant, table));
  });
});

describe('bounds', () => {
  it('lets through what some statement of the boundary allows', () => {
    const grant = { actions: ['dynamodb:*'] };
    assert.ok(bounds([{ effect: 'Allow', actions: ['dynamodb:GetItem'], resources: ['*'] }], grant, table));
    assert.ok(!bounds([{ effect: 'Allow', actions: ['s3:*'], resources: ['*'] }], grant, table));
    assert.ok(!bounds([{ effect: 'Allow', actions: ['dynamodb:*'], resources: ['arn:aws:dynamodb:*:*:table/other'] }], grant, table));
  });
});
