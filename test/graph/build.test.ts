import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildEstate } from '../../graph/build.ts';
import type { Fact } from '../../model/fact.ts';
import { identifiersIn } from '../../model/identifier.ts';
import { canonicalJson } from '../../model/json.ts';
import { symbol } from '../../model/symbol.ts';
import { estateOf, resource } from '../support/facts.ts';

const told = ({ edges, dangling }: ReturnType<typeof buildEstate>): string[] => [
  ...edges.map(({ from, type, to }) => `${from} ${type} ${to}`),
  ...dangling.map(({ from, type, to, region }) => `${from} ${type} ${to} ?${region ?? ''}`),
];

describe('buildEstate', () => {
  it('binds symbols, ARNs with longer paths, hosts and ids', () => {
    const table = resource('cfn/us-east-1/Orders', {
      resourceType: 'AWS::DynamoDB::Table', kind: 'dynamodb-table', name: 'orders', identities: ['orders'], partition: 'aws',
    });
    const vpc = resource('cfn/us-east-1/Net', { identities: ['vpc-0a1b2c3d', 'db.cluster-x.us-east-1.rds.amazonaws.com'] });
    const user = resource('cfn/us-east-1/Fn', {
      references: [
        { path: 'A', to: symbol('cfn/us-east-1/Orders', 'Arn') },
        { path: 'B', to: 'arn:aws:dynamodb:us-east-1:111122223333:table/orders/index/by-date' },
        { path: 'C', to: 'vpc-0a1b2c3d' },
        { path: 'D', to: 'DB.cluster-x.us-east-1.rds.amazonaws.com' },
      ],
    });
    const graph = buildEstate([user, vpc, table]);
    assert.deepEqual(told(graph), ['cfn/us-east-1/Fn refers cfn/us-east-1/Net', 'cfn/us-east-1/Fn refers cfn/us-east-1/Orders']);
    assert.deepEqual(graph.edges[1]?.evidence.map(({ how }) => how), ['A', 'B']);
  });

  it('binds URLs of queues and images of repositories', () => {
    const queue = resource('q', { resourceType: 'AWS::SQS::Queue', kind: 'sqs-queue', identities: ['jobs', 'sqs.us-east-1.amazonaws.com/111122223333/jobs'] });
    const user = resource('u', { references: identifiersIn('https://sqs.us-east-1.amazonaws.com/111122223333/jobs').map((to) => ({ path: 'URL', to })) });
    assert.deepEqual(told(buildEstate([queue, user])), ['u refers q']);
  });

  it('binds a bare name only to the type asked for, in its own account and region', () => {
    const queue = (region: string, account: string) =>
      resource(`q/${region}/${account}`, { resourceType: 'AWS::SQS::Queue', kind: 'sqs-queue', name: 'jobs', identities: ['jobs'], region, account });
    const user = resource('u', { account: '111122223333', references: [{ path: 'Q', to: 'jobs', edge: 'writes', target: 'AWS::SQS::Queue' }, { path: 'P', to: 'jobs' }] });
    const graph = buildEstate([user, queue('us-east-1', '111122223333'), queue('eu-west-1', '111122223333'), queue('us-east-1', '444455556666')]);
    assert.deepEqual(told(graph), ['u writes q/us-east-1/111122223333']);
  });

  it('keeps references to nowhere with the region they carry, and not wildcards or values left to deployment', () => {
    const user = resource('u', {
      references: [
        { path: 'A', to: 'arn:aws:sns:eu-west-1:111122223333:alerts', edge: 'writes' },
        { path: 'B', to: 'arn:aws:s3:::*/x' },
        { path: 'C', to: symbol('account') },
        { path: 'D', to: 'just a word' },
        { path: 'E', to: 'search-x.eu-central-1.es.amazonaws.com' },
      ],
    });
    assert.deepEqual(told(buildEstate([user])), [
      'u writes arn:aws:sns:eu-west-1:111122223333:alerts ?eu-west-1',
      'u refers search-x.eu-central-1.es.amazonaws.com ?eu-central-1',
    ]);
  });

  it('joins split-off parts to their whole, and calls a part absent only where none is lost', () => {
    const bucket = resource('t/b', { resourceType: 'AWS::S3::Bucket', kind: 's3-bucket', absent: { aws_s3_bucket_versioning: { versioning: false } }, attributes: { regions: ['a'] } });
    const part = (of: string) =>
      resource('t/v', { resourceType: 'aws_s3_bucket_versioning', partOf: of, partOfType: 'AWS::S3::Bucket', attributes: { versioning: true, regions: ['b'] } });
    const attributesOf = (...facts: Fact[]): unknown => buildEstate(facts).resources.get('t/b')?.attributes;
    assert.deepEqual(attributesOf(bucket), { regions: ['a'], versioning: false });
    assert.deepEqual(attributesOf(bucket, part(symbol('t/b', 'id'))), { regions: ['a', 'b'], versioning: true });
    assert.deepEqual(attributesOf(bucket, part('elsewhere')), { regions: ['a'] });
    assert.equal(buildEstate([bucket, part(symbol('t/b'))]).resources.size, 1);
    assert.equal(buildEstate([bucket, part('elsewhere')]).resources.size, 2);
  });

  it('merges facts with the same complete ARN and trusts what runs more than what a template says', () => {
    const arn = 'arn:aws:sqs:us-east-1:111122223333:jobs';
    const planned = resource('tf/a', { arn, attributes: { fifo: true, delay: 1 }, source: { scanner: 'cloudformation' } });
    const live = resource(arn, { arn, attributes: { fifo: false }, source: { scanner: 'describe' } });
    const merged = buildEstate([planned, live]).resources.get(arn);
    assert.deepEqual(merged?.attributes, { fifo: false, delay: 1 });
    assert.equal(merged?.evidence['fifo']?.scanner, 'describe');
    assert.equal(merged?.evidence['delay']?.scanner, 'cloudformation');
  });

  it('says nothing vague where something typed is known', () => {
    const key = resource('t/k', { resourceType: 'AWS::KMS::Key', kind: 'kms-key' });
    const user = resource('t/u', { references: [{ path: '', to: symbol('t/k'), edge: 'reads' }, { path: 'X', to: symbol('t/k', 'Arn') }] });
    assert.deepEqual(told(buildEstate([key, user])), ['t/u reads t/k', 't/u uses-key t/k']);
  });

  it('gives the same graph for the same facts in any order', () => {
    const facts: Fact[] = [
      ...estateOf('a reads b', 'b triggers c', 'c writes a', 'd'),
      resource('t/x', { arn: 'arn:aws:sqs:us-east-1:111122223333:j', name: 'one', tags: { a: '1' } }),
      resource('t/y', { arn: 'arn:aws:sqs:us-east-1:111122223333:j', name: 'two', tags: { a: '2' } }),
    ];
    const bytes = (order: readonly Fact[]): string => {
      const { resources, edges, dangling } = buildEstate(order);
      return canonicalJson({ resources: [...resources], edges, dangling });
    };
    const expected = bytes(facts);
    fc.assert(fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (order) => bytes(order) === expected));
  });
});
