import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import type { Fact, ReferenceFact, ResourceFact } from '../../model/fact.ts';
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

  it('hands what a policy of a resource allows a role to who runs under it, and knows the identities of distributions', () => {
    const bucket = (principal: string): ResourceFact => resource('b', { resourceType: 'AWS::S3::Bucket', kind: 's3-bucket', attributes: { policy: [{ effect: 'Allow', actions: ['s3:GetObject'], principals: [principal] }] } });
    assert.deepEqual(told(fn(), role([]), bucket(symbol('role', 'Arn'))), ['fn reads b', 'role reads b']);
    const identity = resource('oai', { resourceType: 'AWS::CloudFront::CloudFrontOriginAccessIdentity' });
    assert.deepEqual(told(identity, bucket(symbol('oai', 'S3CanonicalUserId'))), ['oai reads b']);
  });

  it('leaves what a policy allows to the roles that wear it, and whom a policy names uses no role', () => {
    const written = resource('p', { resourceType: 'AWS::IAM::ManagedPolicy', kind: 'iam-policy', region: 'global', account, attributes: { statements: [allow(['dynamodb:GetItem'], symbol('customers-us-east-1', 'Arn'))] }, references: [{ path: 'Resource', to: symbol('customers-us-east-1', 'Arn'), edge: 'reads' }] });
    assert.deepEqual(told(...tables, written), ['p reads customers'], 'worn by nobody');
    assert.deepEqual(told(...tables, written, role([], { references: [{ path: '', to: symbol('p'), edge: 'attaches' }] })), ['role reads customers']);
    const key = resource('k', { references: [{ path: 'KeyPolicy.Statement[].Principal.AWS', to: symbol('role', 'Arn') }] });
    assert.deepEqual(buildEstate([key, role([])]).edges.map(({ from, type, to }) => `${from} ${type} ${to}`), ['k refers role']);
  });

  it('takes no write for true that the role forbids, where code that many share could write', () => {
    const call = (how: string, edge: 'reads' | 'writes'): ReferenceFact => ({ type: 'reference', from: symbol('fn'), to: symbol('customers-us-east-1'), edge, how, source: { scanner: 'code-calls', file: 'store.ts' } });
    const reader = (managed: string[] | undefined): ResourceFact => role([], { attributes: { statements: [allow(['dynamodb:GetItem'], symbol('customers-us-east-1', 'Arn'))], ...(managed === undefined ? {} : { managedPolicies: managed }) } });
    const edges = (...facts: Fact[]): string[] => buildEstate([...tables, fn(), call('get', 'reads'), call('put', 'writes'), ...facts]).edges.filter(({ from, type }) => from === 'fn' && type !== 'uses-role').map(({ type }) => type);
    assert.deepEqual(edges(reader(['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'])), ['reads']);
    assert.deepEqual(edges(reader(['arn:aws:iam::111122223333:policy/elsewhere'])), ['reads', 'writes'], 'another policy may allow it');
    assert.deepEqual(edges(reader(undefined)), ['reads', 'writes'], 'not told');
    assert.deepEqual(edges(role([], { attributes: { statements: [], managedPolicies: [] } })), ['reads', 'writes'], 'a role that does not speak of the table');
  });

  it('knows parameters by the path in their ARN', () => {
    const parameter = resource('limit', { resourceType: 'AWS::SSM::Parameter', kind: 'ssm-parameter', account, name: '/shop/limit', identities: ['/shop/limit'], attributes: { path: '/shop/limit' } });
    for (const arn of ['arn:aws:ssm:us-east-1:⟦account⟧:parameter/shop/limit', 'arn:aws:ssm:us-east-1:⟦account⟧:parameter/shop/*']) assert.deepEqual(told(parameter, role([allow(['ssm:GetParameter'], arn)])), ['role reads limit'], arn);
  });

  it('does not multiply without bound', () => {
    const many = Array.from({ length: 250 }, (_, index) => table(`orders-${index}`));
    assert.deepEqual(told(...many, fn(), role([allow(['dynamodb:GetItem'], pattern)])), [], 'a pattern that takes in more than 200 says as little as one for everything');
  });
});
