import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import type { ResourceFact } from '../../model/fact.ts';
import type { PolicyStatement } from '../../model/policy.ts';
import { symbol } from '../../model/symbol.ts';
import { resource } from '../support/facts.ts';

const account = '111122223333';
const table = (name: string, region = 'us-east-1'): ResourceFact => {
  const arn = `arn:aws:dynamodb:${region}:${account}:table/${name}`;
  return resource(`${name}-${region}`, { resourceType: 'AWS::DynamoDB::Table', kind: 'dynamodb-table', name, identities: [name], region, account, arn });
};
const role = (statements: PolicyStatement[], more: Partial<ResourceFact> = {}): ResourceFact =>
  resource('role', { resourceType: 'AWS::IAM::Role', kind: 'iam-role', region: 'global', account, attributes: { statements }, ...more });
const policy = (id: string, statements: PolicyStatement[]): ResourceFact => resource(id, { resourceType: 'AWS::IAM::ManagedPolicy', kind: 'iam-policy', region: 'global', account, attributes: { statements } });
const fn = (more: ResourceFact['references'] = []): ResourceFact =>
  resource('fn', { resourceType: 'AWS::Lambda::Function', kind: 'lambda-function', account, references: [{ path: 'Role', to: symbol('role'), edge: 'uses-role' }, ...more] });
const allow = (actions: string[], ...resources: string[]): PolicyStatement => ({ effect: 'Allow', actions, resources });
const pattern = 'arn:aws:dynamodb:*:*:table/orders-*';

/** Edges of the role and of the function besides the one between them; ARNs are cut to their names. */
const told = (...facts: ResourceFact[]): string[] =>
  buildEstate(facts).edges.filter(({ type }) => !['uses-role', 'attaches', 'limits'].includes(type)).map(({ from, type, to }) => `${from} ${type} ${to.slice(to.lastIndexOf('/') + 1)}${to.includes('eu-west-1') ? '!' : ''}`).sort();

describe('access', () => {
  const tables = [table('orders-new'), table('orders-old', 'eu-west-1'), table('customers')];

  it('resolves wildcards against the estate, for the role and for who runs under it', () => {
    assert.deepEqual(told(...tables, fn(), role([allow(['dynamodb:GetItem'], pattern)])), ['fn reads orders-new', 'fn reads orders-old!', 'role reads orders-new', 'role reads orders-old!']);
    assert.deepEqual(told(...tables, role([allow(['dynamodb:PutItem'], `arn:aws:dynamodb:eu-west-1:${account}:table/orders-*/index/*`)])), ['role writes orders-old!']);
    assert.deepEqual(told(...tables, role([allow(['dynamodb:PutItem'], 'arn:aws:dynamodb:us-east-1:444455556666:table/orders-*')])), [], 'another account');
  });

  it('keeps every proof, inferred where it goes by way of the role', () => {
    const [edge] = buildEstate([...tables, fn([{ path: 'Environment.Variables.T', to: 'arn:aws:dynamodb:us-east-1:111122223333:table/customers' }]), role([allow(['dynamodb:Query'], 'arn:aws:dynamodb:us-east-1:111122223333:table/customers')])]).edges;
    assert.deepEqual(edge && [edge.type, edge.evidence.map(({ how, confidence }) => `${how} (${confidence})`).sort()], ['reads', [
      'role role: statements: dynamodb:Query on arn:aws:dynamodb:us-east-1:111122223333:table/customers (inferred)', 'Environment.Variables.T (mentioned)',
    ].sort()]);
  });

  it('makes no edges of everything, but says by it what a mention is', () => {
    const all = role([allow(['dynamodb:GetItem'], '*')]);
    assert.deepEqual(told(...tables, fn(), all), []);
    assert.deepEqual(told(...tables, fn([{ path: 'T', to: 'arn:aws:dynamodb:us-east-1:111122223333:table/customers' }]), all), ['fn reads customers']);
  });

  it('counts attached policies, boundaries and denials', () => {
    const attached = role([], { references: [{ path: '', to: symbol('p'), edge: 'attaches' }] });
    assert.deepEqual(told(...tables, attached, policy('p', [allow(['dynamodb:GetItem'], pattern)])), ['role reads orders-new', 'role reads orders-old!']);
    const denied: PolicyStatement = { effect: 'Deny', actions: ['dynamodb:*'], resources: [`arn:aws:dynamodb:eu-west-1:${account}:table/*`] };
    assert.deepEqual(told(...tables, role([allow(['dynamodb:GetItem'], pattern), denied])), ['role reads orders-new']);
    assert.equal(told(...tables, role([allow(['dynamodb:GetItem'], pattern), { ...denied, conditional: true }])).length, 2, 'a condition may not hold');
    const bounded = role([allow(['dynamodb:GetItem'], pattern)], { references: [{ path: '', from: symbol('b'), to: symbol('role'), edge: 'limits' }] });
    assert.deepEqual(told(...tables, bounded, policy('b', [allow(['dynamodb:*'], '*')])).length, 2);
    assert.deepEqual(told(...tables, bounded, policy('b', [allow(['s3:*'], '*')])), []);
  });

  it('reads policies of resources: who is named, and whose event may come', () => {
    const queue = (statement: PolicyStatement): ResourceFact => resource('q', { resourceType: 'AWS::SQS::Queue', kind: 'sqs-queue', attributes: { policy: [statement] } });
    const topic = resource('t', { resourceType: 'AWS::SNS::Topic', kind: 'sns-topic' });
    assert.deepEqual(told(role([]), queue({ effect: 'Allow', actions: ['sqs:SendMessage'], principals: [symbol('role', 'Arn')] })), ['role writes q']);
    const bySource = { effect: 'Allow', actions: ['sqs:SendMessage'], principals: ['sns.amazonaws.com'], conditional: true as const, conditions: [{ operator: 'ArnEquals', key: 'aws:SourceArn', values: [symbol('t')] }] };
    assert.deepEqual(told(topic, queue(bySource)), ['t triggers q']);
    assert.deepEqual(told(topic, role([]), queue({ effect: 'Allow', actions: ['sqs:*'], principals: ['*'] })), []);
  });

  it('does not multiply without bound', () => {
    const many = Array.from({ length: 250 }, (_, index) => table(`orders-${index}`));
    assert.deepEqual(told(...many, fn(), role([allow(['dynamodb:GetItem'], pattern)])), [], 'a pattern that takes in more than 200 says as little as one for everything');
  });
});
