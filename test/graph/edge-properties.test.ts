import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildEstate } from '../../graph/build.ts';
import type { EdgeType } from '../../model/edge.ts';
import type { ResourceFact } from '../../model/fact.ts';
import { canonicalJson } from '../../model/json.ts';
import type { PolicyStatement } from '../../model/policy.ts';
import { symbol } from '../../model/symbol.ts';
import { resource } from '../support/facts.ts';

const account = '111122223333';
const regions = ['us-east-1', 'eu-west-1'] as const;
const names = ['orders', 'orders-old', 'customers'] as const;
const id = fc.integer({ min: 0, max: 9 }).map((number) => `t/${number}`);
const tableArn = fc.tuple(fc.constantFrom(...regions, '*'), fc.constantFrom(...names, 'orders-*', '*', 'orders*')).map(([region, name]) => `arn:aws:dynamodb:${region}:${account}:table/${name}`);
const mentioned = fc.oneof(id.map((each) => symbol(each)), id.map((each) => symbol(each, 'Arn')), tableArn, fc.constantFrom(...names));
const edgeType = fc.option(fc.constantFrom<EdgeType>('reads', 'writes', 'uses-role', 'contains', 'attaches', 'limits', 'replicates'), { nil: undefined });
const reference = fc.record({ path: fc.constantFrom('A', 'B', 'C.D'), to: mentioned, edge: edgeType, from: fc.option(mentioned, { nil: undefined }), target: fc.option(fc.constant('AWS::DynamoDB::Table'), { nil: undefined }), inferred: fc.option(fc.constant(true as const), { nil: undefined, freq: 4 }) }, { requiredKeys: ['path', 'to'] });
const statement: fc.Arbitrary<PolicyStatement> = fc.record({
  effect: fc.constantFrom('Allow', 'Deny'), actions: fc.subarray(['dynamodb:GetItem', 'dynamodb:*', 's3:PutObject', '*'], { minLength: 1 }), resources: fc.array(fc.oneof(tableArn, fc.constant('*')), { minLength: 1, maxLength: 2 }),
});

/** Tables (some global), functions and roles that name each other at random. */
const fact: fc.Arbitrary<ResourceFact> = fc.tuple(id, fc.constantFrom(...regions), fc.constantFrom(...names), fc.array(reference, { maxLength: 3 }), fc.array(statement, { maxLength: 2 }), fc.constantFrom('table', 'function', 'role', 'live')).map(([key, region, name, references, statements, kind]) => {
  const common = { references: references as ResourceFact['references'], source: { scanner: kind === 'live' ? 'aws-config' : 'cloudformation', ...(kind === 'live' ? {} : { file: `${key}.yaml`, path: `Resources.${key.slice(2)}` }) } };
  const table = { resourceType: 'AWS::DynamoDB::Table', kind: 'dynamodb-table', name, identities: [name], region, partition: 'aws' };
  if (kind === 'table') return resource(key, { ...table, ...common, attributes: { replicaRegions: regions.filter((other) => other !== region).slice(0, references.length % 2) } });
  if (kind === 'live') return resource(`arn:aws:dynamodb:${region}:${account}:table/${name}`, { ...table, ...common, account, arn: `arn:aws:dynamodb:${region}:${account}:table/${name}` });
  if (kind === 'role') return resource(key, { resourceType: 'AWS::IAM::Role', kind: 'iam-role', region: 'global', ...common, attributes: { statements } });
  return resource(key, { resourceType: 'AWS::Lambda::Function', kind: 'lambda-function', region, ...common });
});
const facts = fc.uniqueArray(fact, { maxLength: 9, selector: (each) => each.id });

const bytes = (given: readonly ResourceFact[]): string => {
  const { resources, edges, dangling } = buildEstate(given);
  return canonicalJson({ resources: [...resources], edges, dangling });
};

describe('edges', () => {
  it('do not depend on the order of facts', () => {
    fc.assert(fc.property(facts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, order]) => bytes(order) === bytes(all)), { numRuns: 300 });
  });

  it('have proofs that stand in a source, and ends that exist', () => {
    fc.assert(fc.property(facts, (all) => {
      const { resources, edges, dangling } = buildEstate(all);
      const sources = new Set(all.map(({ source }) => canonicalJson(source)));
      for (const { from, evidence } of [...edges, ...dangling]) {
        assert.ok(resources.has(from) && evidence.length > 0);
        for (const { source } of evidence) assert.ok(sources.has(canonicalJson({ ...source, line: undefined })), canonicalJson(source));
      }
      for (const { from, to } of edges) assert.ok(resources.has(to) && from !== to);
      assert.equal(new Set(edges.map(({ from, to, type }) => `${from} ${type} ${to}`)).size, edges.length, 'each once');
    }), { numRuns: 300 });
  });

  it('of whom a removed fact says nothing stay', () => {
    fc.assert(fc.property(facts.filter((all) => all.length > 0), fc.nat(), (all, pick) => {
      const removed = all[pick % all.length];
      if (removed === undefined) return;
      const before = buildEstate(all);
      const after = buildEstate(all.filter((each) => each !== removed));
      const key = (edge: { from: string; type: string; to: string }): string => `${edge.from} ${edge.type} ${edge.to}`;
      const left = new Set(after.edges.map(key));
      // A fact speaks of itself, of what its references name, and — as a policy or as one name of several — of what others mean by theirs.
      const gone = before.edges.filter((edge) => !left.has(key(edge)));
      const own = `${canonicalJson(removed.source)}`;
      for (const edge of gone) {
        const proved = edge.evidence.some(({ source }) => canonicalJson({ ...source, line: undefined }) === own);
        const isEnd = [edge.from, edge.to].some((end) => end.startsWith(removed.id) || !after.resources.has(end));
        const byRole = edge.evidence.some(({ how }) => how.startsWith('role ') || how.includes('statements'));
        const byName = edge.evidence.some(({ confidence }) => confidence !== 'declared') || removed.resourceType === 'AWS::DynamoDB::Table';
        assert.ok(proved || isEnd || byRole || byName, key(edge));
      }
    }), { numRuns: 300 });
  });
});
