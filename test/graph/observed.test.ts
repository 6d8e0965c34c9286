import assert from 'node:assert/strict';
import { it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import type { Fact, ReferenceFact } from '../../model/fact.ts';
import { resource } from '../support/facts.ts';

const thing = (service: string, kind: string, { account = '111122223333', region = 'us-east-1' }: { account?: string; region?: string } = {}) => {
  const [resourceType, type, name] = service.split(' ') as [string, string, string];
  const arn = `arn:aws:${type}:${region}:${account}:${name}`;
  return resource(arn, { resourceType, kind, name: name.split(/[:/]/).at(-1) ?? '', arn, account, region, source: { scanner: 'describe' } });
};
const checkout = (where: { account?: string; region?: string } = {}) => thing('AWS::Lambda::Function lambda function:checkout', 'lambda-function', where);
const orders = (where: { account?: string; region?: string } = {}) => thing('AWS::DynamoDB::Table dynamodb table/orders', 'dynamodb-table', where);
const seen = (more: Partial<ReferenceFact> = {}): ReferenceFact => ({
  type: 'reference', from: 'checkout', subject: 'AWS::Lambda::Function', to: 'orders', target: 'AWS::DynamoDB::Table', edge: 'observed', confidence: 'inferred', how: 'X-Ray service graph', source: { scanner: 'x-ray', file: 'graph.json', asOf: '2026-11-01T00:00:00.000Z' }, ...more,
});
const edges = (...facts: readonly Fact[]) => buildEstate(facts).edges.map(({ from, to, type }) => [from.split(':')[3], to.split(':')[3], type]);
const abroad = { region: 'eu-west-1' };

it('binds what a trace calls by a bare name to the one resource of that type and name', () => {
  assert.deepEqual(edges(checkout(), orders(), orders(abroad), seen()), [['us-east-1', 'us-east-1', 'observed']]);
  // A role of the same name is no function.
  assert.deepEqual(edges(thing('AWS::IAM::Role iam role/checkout', 'iam-role'), orders(), seen()), []);
});

it('binds a name that stands in two regions only where the region is told', () => {
  const both = [checkout(), checkout(abroad), orders(), orders(abroad)];
  assert.deepEqual(edges(...both, seen()), []);
  assert.deepEqual(edges(...both, seen({ region: 'eu-west-1' })), [['eu-west-1', 'eu-west-1', 'observed']]);
  const accounts = [checkout(), checkout({ account: '444455556666' }), orders(), orders({ account: '444455556666' })];
  assert.deepEqual([edges(...accounts, seen()), edges(...accounts, seen({ account: '444455556666' })).length], [[], 1]);
});

it('says how and when it was seen', () => {
  const [edge] = buildEstate([checkout(), orders(), seen()]).edges;
  assert.deepEqual(edge?.evidence.map(({ how, confidence, source }) => [how, confidence, source.asOf]), [['X-Ray service graph', 'inferred', '2026-11-01T00:00:00.000Z']]);
});
