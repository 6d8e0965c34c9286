import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import type { ResourceFact } from '../../model/fact.ts';
import type { PropertyMap } from '../../model/properties.ts';
import { conventionalReferences } from '../../scanner/by-convention.ts';
import { resource } from '../support/facts.ts';

const of = (raw: PropertyMap, type = 'AWS::Lambda::Function'): string[] => conventionalReferences(type, raw, 'me').map(({ path, from, to, target }) => `${path}: ${from ?? to} ${target?.replace('AWS::', '')}`);
const variables = (given: PropertyMap): string[] => of({ Environment: { Variables: given } }).map((text) => text.replace('Environment.Variables.', ''));

describe('conventionalReferences', () => {
  it('takes the type from the name of the variable, wherever variables stand', () => {
    assert.deepEqual(variables({ TABLE_NAME: 'orders', jobQueue: 'jobs', MEDIA_BUCKET: 's3://media/in/', SECRET_NAME: 'prod/db', PARAM: '/shop/limit' }), [
      'TABLE_NAME: orders DynamoDB::Table', 'jobQueue: jobs SQS::Queue', 'MEDIA_BUCKET: media S3::Bucket', 'SECRET_NAME: prod/db SecretsManager::Secret', 'PARAM: /shop/limit SSM::Parameter',
    ]);
    assert.deepEqual(of({ ContainerDefinitions: [{ Environment: [{ Name: 'ORDERS_TABLE', Value: 'orders' }] }] }), ['ContainerDefinitions[].Environment[].Value: orders DynamoDB::Table']);
    assert.deepEqual(of({ environment: [{ variables: { TOPIC_NAME: 'news' } }] }), ['environment[].variables.TOPIC_NAME: news SNS::Topic']);
    assert.deepEqual(of({ container_definitions: '[{"environment":[{"name":"ORDERS_TABLE","value":"orders"}]}]' }), ['container_definitions.environment[].value: orders DynamoDB::Table']);
  });

  it('takes no words, no settings, no secrets and no values that identify themselves', () => {
    assert.deepEqual(variables({ TABLE_NAME: 'production', QUEUE_SIZE: 'large-one', TABLE_PREFIX: 'shop', LEVEL: 'orders', SECRET: 'hunter22', BUCKET_KEY: 'a/b', TABLE: '12345', QUEUE: 'arn:aws:sqs:us-east-1:111122223333:x' }), []);
    assert.deepEqual(variables({ TABLE_NAME: 'AKIAIOSFODNN7EXAMPLE', QUEUE_NAME: 'ghp_abcdefghijklmnopqrstuvwxyz0123456789' }), []);
    assert.deepEqual(of({ TableName: 'orders' }), [], 'what is no variable is for the kinds');
  });

  it('tells the cluster that a container instance joins by its user data, plain or encoded', () => {
    const script = '#!/bin/bash\necho "ECS_CLUSTER=shop-main" >> /etc/ecs/ecs.config\n';
    assert.deepEqual(of({ UserData: script }, 'AWS::AutoScaling::LaunchConfiguration'), ['UserData: shop-main ECS::Cluster']);
    assert.deepEqual(of({ LaunchTemplateData: { UserData: btoa(script) } }, 'AWS::EC2::LaunchTemplate'), ['LaunchTemplateData.UserData: shop-main ECS::Cluster']);
    assert.deepEqual(of({ user_data: 'echo $ECS_CLUSTER' }, 'aws_instance'), []);
  });

  it('tells the collections that a policy of OpenSearch Serverless is for, written out or as text', () => {
    const rules = [{ Rules: [{ ResourceType: 'index', Resource: ['index/docs/*', 'index/*/x'] }, { ResourceType: 'collection', Resource: ['collection/docs', 'collection/logs-*'] }] }];
    for (const Policy of [rules, JSON.stringify(rules)]) assert.deepEqual(of({ Policy }, 'AWS::OpenSearchServerless::AccessPolicy'), ['Policy: docs OpenSearchServerless::Collection']);
  });

  it('tells whose log group it is by its name', () => {
    assert.deepEqual(of({ LogGroupName: '/aws/lambda/pay' }, 'AWS::Logs::LogGroup'), ['LogGroupName: pay Lambda::Function']);
    assert.deepEqual(of({ name: '/aws/eks/shop/cluster' }, 'aws_cloudwatch_log_group'), ['name: shop EKS::Cluster']);
    assert.deepEqual(of({ LogGroupName: '/shop/pay' }, 'AWS::Logs::LogGroup'), []);
  });
});

describe('names by convention in the graph', () => {
  const table = (id: string, given: Partial<ResourceFact> = {}): ResourceFact => resource(id, { resourceType: 'AWS::DynamoDB::Table', kind: 'dynamodb-table', name: 'orders', identities: ['orders'], ...given });
  const reader = (name = 'orders'): ResourceFact => resource('fn', { references: [{ path: 'TABLE', to: name, target: 'AWS::DynamoDB::Table', inferred: true }] });
  const told = (...facts: ResourceFact[]): string[] => {
    const { edges, dangling } = buildEstate(facts);
    return [...edges.map(({ from, type, to, evidence }) => `${from} ${type} ${to} ${evidence[0]?.confidence}`), ...dangling.map(({ to }) => to)];
  };

  it('bind within the region, or the region that the name carries, and only where one alone is meant', () => {
    assert.deepEqual(told(reader(), table('a'), table('b', { region: 'eu-west-1' })), ['fn refers a inferred']);
    assert.deepEqual(told(reader(), table('a', { account: '111122223333' }), table('b', { account: '444455556666' })), []);
    assert.deepEqual(told(reader(), table('b', { region: 'eu-west-1' })), []);
    assert.deepEqual(told(reader('orders-eu-west-1'), table('b', { region: 'eu-west-1', name: 'orders-eu-west-1', identities: ['orders-eu-west-1'] })), ['fn refers b inferred']);
    assert.deepEqual(told(reader(), resource('q', { resourceType: 'AWS::SQS::Queue', name: 'orders', identities: ['orders'] })), [], 'of another type');
  });
});
