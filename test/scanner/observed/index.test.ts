import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Fact } from '../../../model/fact.ts';
import { readObserved } from '../../../scanner/observed/index.ts';
import { folderWith } from '../../support/io.ts';

/** Facts of one file, or of a folder where the content is several. */
async function observed(content: string | Buffer | Record<string, string | Buffer>, region?: string): Promise<Fact[]> {
  const isOne = typeof content === 'string' || Buffer.isBuffer(content);
  const folder = await folderWith(isOne ? { extract: content } : content);
  const facts: Fact[] = [];
  for await (const fact of readObserved({ path: isOne ? join(folder, 'extract') : folder, file: 'extract', region })) facts.push(fact);
  return facts;
}
const references = (facts: readonly Fact[]) => facts.filter((fact) => fact.type === 'reference');
const edges = (facts: readonly Fact[]) => references(facts).map(({ from, to, edge, source }) => [from, to, edge, source.scanner, source.asOf]);
const spots = (facts: readonly Fact[]) => facts.flatMap((fact) => (fact.type === 'blind-spot' ? [`${fact.reason}: ${fact.message}`] : []));
const counted = (facts: readonly Fact[]) => Object.fromEntries(facts.flatMap((fact) => (fact.type === 'coverage' ? [[fact.what, fact.count]] : [])));

const role = 'arn:aws:iam::111122223333:role/checkout';
const table = 'arn:aws:dynamodb:us-east-1:111122223333:table/orders';
const event = (time: string, more: object = {}) => ({ eventVersion: '1.11', eventTime: time, awsRegion: 'us-east-1', eventSource: 'dynamodb.amazonaws.com', eventName: 'PutItem', userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/checkout/alice@example.com', sessionContext: { sessionIssuer: { type: 'Role', arn: role } } }, requestParameters: { secret: 'hunter2' }, resources: [{ accountId: '111122223333', type: 'AWS::DynamoDB::Table', ARN: table }], ...more });
const trail = (...events: object[]): string => JSON.stringify({ Records: events });
const query = (more: object = {}) => ({ version: '1.100000', account_id: '111122223333', region: 'us-east-1', vpc_id: 'vpc-0123456789abcdef0', query_timestamp: '2026-11-01T00:00:00Z', query_name: 'shop.cluster-abc.us-east-1.rds.amazonaws.com.', query_type: 'A', query_class: 'IN', rcode: 'NOERROR', answers: [{ Rdata: '10.0.0.7', Type: 'A', Class: 'IN' }], srcaddr: '10.0.0.9', srcport: '56067', transport: 'UDP', srcids: { instance: 'i-0123456789abcdef0' }, ...more });
const lookup = ['i-0123456789abcdef0', 'shop.cluster-abc.us-east-1.rds.amazonaws.com'];

describe('readObserved', () => {
  it('reads who called what from CloudTrail, compressed or not, once for each pair, with how often and since when', async () => {
    const text = trail(event('2026-11-01T00:00:00Z'), event('2026-11-03T00:00:00Z'), event('2026-11-02T00:00:00Z'));
    for (const content of [text, gzipSync(text), { 'AWSLogs/1.json.gz': gzipSync(trail(event('2026-11-03T00:00:00Z'))), 'AWSLogs/0.json.gz': gzipSync(trail(event('2026-11-01T00:00:00Z'), event('2026-11-02T00:00:00Z'))) }]) {
      const facts = await observed(content);
      assert.deepEqual(edges(facts), [[role, table, 'observed', 'cloud-trail', '2026-11-03T00:00:00.000Z']]);
      assert.deepEqual(references(facts).map(({ how }) => how), ['CloudTrail dynamodb:PutItem, 3 times since 2026-11-01T00:00:00.000Z']);
      assert.deepEqual(counted(facts), { 'observed:cloud-trail': 3 });
      assert.doesNotMatch(JSON.stringify(facts), /hunter2|alice/);
    }
  });

  it('keeps neither names of sessions nor keys of objects, and no call that was refused', async () => {
    const object = event('2026-11-01T00:00:00Z', { eventSource: 's3.amazonaws.com', eventName: 'GetObject', userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/checkout/alice@example.com' }, resources: [{ ARN: 'arn:aws:s3:::media/people/alice.pdf' }, { ARN: 'arn:aws:s3:::media' }] });
    const facts = await observed(trail(object, event('2026-11-01T00:00:00Z', { errorCode: 'AccessDenied' })));
    assert.deepEqual(edges(facts).map(([from, to]) => [from, to]), [[role, 'arn:aws:s3:::media']]);
    assert.doesNotMatch(JSON.stringify(facts), /alice/);
  });

  it('reads events of LookupEvents and of queries of CloudTrail Lake, as the CLI prints them and as they are saved', async () => {
    const identity = `{type=AssumedRole, principalid=AROA:alice@example.com, arn=arn:aws:sts::111122223333:assumed-role/checkout/alice@example.com, sessioncontext={attributes={mfaauthenticated=false}, sessionissuer={type=Role, arn=${role}, accountid=111122223333}}}`;
    const row = { eventTime: '2026-11-01 00:00:00.000', eventSource: 'dynamodb.amazonaws.com', eventName: 'PutItem', userIdentity: identity, resources: `[{accountid=111122223333, type=AWS::DynamoDB::Table, arn=${table}}]` };
    const saved = `${Object.keys(row).map((name) => `"${name}"`).join(',')}\n${Object.values(row).map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
    for (const content of [JSON.stringify({ Events: [{ EventId: '1', CloudTrailEvent: JSON.stringify(event('2026-11-01T00:00:00Z')) }] }), JSON.stringify({ QueryStatus: 'FINISHED', QueryResultRows: [Object.entries(row).map(([name, value]) => ({ [name]: value }))] }), saved, gzipSync(saved)]) {
      const facts = await observed(content);
      assert.deepEqual(edges(facts), [[role, table, 'observed', 'cloud-trail', '2026-11-01T00:00:00.000Z']], String(content).slice(0, 60));
      assert.doesNotMatch(JSON.stringify(facts), /alice/);
    }
  });

  it('reads Resolver query logs as S3 and CloudWatch Logs have them', async () => {
    const line = JSON.stringify(query());
    const forms = [`${line}\n`, gzipSync(`${line}\n${line}\n`), `2026-11-01T00:00:00.000Z ${line}\n`, JSON.stringify({ events: [{ logStreamName: 'vpc', timestamp: 1, message: line }] }), JSON.stringify({ results: [[{ field: '@timestamp', value: '1' }, { field: '@message', value: line }]] }, null, 2)];
    for (const form of forms) assert.deepEqual(edges(await observed(form)), [[...lookup, 'observed', 'resolver-log', '2026-11-01T00:00:00.000Z']], String(form).slice(0, 60));
    const others = [query({ rcode: 'NXDOMAIN', query_name: 'shop.ec2.internal.' }), query({ query_name: '9.0.0.10.in-addr.arpa.', query_type: 'PTR' }), query({ srcids: { resolver_endpoint: 'rslvr-in-1' }, query_name: 'api.example.com.' }), query({ srcids: {}, query_name: 'api.example.com.' })];
    assert.deepEqual(edges(await observed(others.map((each) => JSON.stringify(each)).join('\n'))).map(([from, to]) => [from, to]), [['rslvr-in-1', 'api.example.com'], ['vpc-0123456789abcdef0', 'api.example.com']]);
  });

  it('counts what it cannot read, wherever it stands, and reads the rest', async () => {
    const line = JSON.stringify(query());
    for (const content of [`${line}\n{"other":1}\n{"half\n`, `{"half\n${line}\n{"other":1}\n`]) {
      const facts = await observed(content);
      assert.deepEqual([edges(facts).length, spots(facts)], [1, ['unparsable: 2 of its entries are in no form that this version knows.']]);
    }
    const many = gzipSync(Array.from({ length: 5_000 }, (_, at) => JSON.stringify(query({ query_name: `host-${at}-${(at * 7919) % 10_007}.example.com.` }))).join('\n'));
    const torn = await observed(many.subarray(0, Math.floor(many.length / 2)));
    assert.ok(edges(torn).length > 100);
    assert.ok(spots(torn).includes('unreadable: extract could not be read to the end.'), spots(torn).join());
    const folder = await observed({ 'a.log.gz': gzipSync(`${line}\n`), 'digest.json': '{"digestS3Bucket":"b"}', 'README.txt': 'hello', 'b.log.gz': many.subarray(0, 200) });
    assert.deepEqual(spots(folder), ['unreadable: extract/b.log.gz could not be read to the end.', 'unparsable: 2 of its files hold nothing of a known form: README.txt, digest.json.']);
  });

  it('reads an X-Ray service graph without its clients, by the types that its names are of', async () => {
    const edge = (ReferenceId: number) => ({ ReferenceId, StartTime: 1_793_487_600, EndTime: 1_793_491_200, SummaryStatistics: { OkCount: 4, TotalCount: 4 }, Aliases: [] });
    const graph = { StartTime: 1_793_487_600, EndTime: 1_793_491_200, ContainsOldGroupVersions: false, Services: [
      { ReferenceId: 0, Name: 'checkout', Names: ['checkout'], Type: 'AWS::Lambda', AccountId: '111122223333', State: 'active', Edges: [edge(1)] },
      { ReferenceId: 1, Name: 'checkout', Names: ['checkout'], Type: 'AWS::Lambda::Function', AccountId: '111122223333', Edges: [edge(2), edge(4), edge(5), edge(6), edge(7)] },
      { ReferenceId: 2, Name: 'orders', Type: 'AWS::DynamoDB::Table', Edges: [] },
      { ReferenceId: 3, Type: 'client', Name: 'checkout', Edges: [edge(0)] },
      { ReferenceId: 4, Type: 'AWS::SQS::Queue', Name: 'https://sqs.us-east-1.amazonaws.com/111122223333/orders', Edges: [] },
      { ReferenceId: 5, Type: 'Database::SQL', Name: 'shop@shop.cluster-abc.us-east-1.rds.amazonaws.com', Edges: [] },
      { ReferenceId: 6, Type: 'remote', Name: 'api.example.com:443', Edges: [] },
      { ReferenceId: 7, Type: 'AWS::EC2::Instance', Name: 'Legacy shop', Edges: [] },
      { ReferenceId: 8, Type: 'AWS::ApiGateway::Stage', Name: 'shop/prod', Edges: [edge(0)] },
    ] };
    const facts = await observed(JSON.stringify(graph, null, 2), 'us-east-1');
    assert.deepEqual(references(facts).map(({ from, subject, to, target }) => [from, subject, to, target]), [
      ['checkout', 'AWS::Lambda::Function', 'api.example.com', undefined],
      ['checkout', 'AWS::Lambda::Function', 'orders', 'AWS::DynamoDB::Table'],
      ['checkout', 'AWS::Lambda::Function', 'shop.cluster-abc.us-east-1.rds.amazonaws.com', undefined],
      ['checkout', 'AWS::Lambda::Function', 'sqs.us-east-1.amazonaws.com/111122223333/orders', undefined],
      ['shop', 'AWS::ApiGateway::RestApi', 'checkout', 'AWS::Lambda::Function'],
    ]);
    assert.deepEqual(references(facts).map(({ account, region, confidence }) => [account, region, confidence])[0], ['111122223333', 'us-east-1', 'inferred']);
    assert.deepEqual(spots(facts), ['unresolved: 1 of its services have a name that an application gave itself, and mean no resource by it.']);
  });

  it('reads dependencies and dependents of Application Signals, each of the service that its metrics are of', async () => {
    const dimensions = (more: Record<string, string>) => [{ Namespace: 'ApplicationSignals', MetricType: 'Latency', MetricName: 'Latency', AccountId: '111122223333', Dimensions: Object.entries(more).map(([Name, Value]) => ({ Name, Value })) }];
    const own = dimensions({ Environment: 'lambda:default', Operation: 'POST /', Service: 'checkout' });
    const dependencies = { StartTime: '2026-11-01T00:00:00+00:00', EndTime: '2026-11-01T01:00:00+00:00', ServiceDependencies: [
      { OperationName: 'POST /', DependencyOperationName: 'PutItem', DependencyKeyAttributes: { Type: 'AWS::Resource', ResourceType: 'AWS::DynamoDB::Table', Identifier: 'orders' }, MetricReferences: own },
      { OperationName: 'POST /', DependencyOperationName: 'GET', DependencyKeyAttributes: { Type: 'RemoteService', Name: 'api.example.com' }, MetricReferences: own },
      { OperationName: 'POST /', DependencyOperationName: 'GET', DependencyKeyAttributes: { Type: 'Service', Name: 'pets', Environment: 'eks:main/default' }, MetricReferences: own },
    ] };
    const dependents = { EndTime: 1_793_491_200, ServiceDependents: [{ DependentKeyAttributes: { Type: 'Service', Name: 'front', Environment: 'lambda:default' }, MetricReferences: dimensions({ Environment: 'lambda:default', Service: 'front', RemoteService: 'checkout', RemoteEnvironment: 'lambda:default' }) }] };
    const facts = [...(await observed(JSON.stringify(dependencies))), ...(await observed(JSON.stringify(dependents)))];
    assert.deepEqual(references(facts).map(({ from, to, target }) => [from, to, target]), [['checkout', 'api.example.com', undefined], ['checkout', 'orders', 'AWS::DynamoDB::Table'], ['front', 'checkout', 'AWS::Lambda::Function']]);
    assert.equal(spots(facts).length, 1);
  });

  it('refuses what is none of these', async () => {
    for (const content of ['', '[]', '{"a":1}', 'text', 'a,b\n1,2\n', { 'README.md': 'text' }]) await assert.rejects(observed(content), { code: 'RR203' }, JSON.stringify(content));
    await assert.rejects(async () => { for await (const fact of readObserved({ path: '/nonexistent/extract', file: 'missing' })) assert.fail(fact.type); }, { code: 'RR201' });
  });
});
