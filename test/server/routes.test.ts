import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Comparison } from '../../model/comparison.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { Judgement, ServiceReadiness } from '../../model/readiness.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { MigrationPlan } from '../../model/plan.ts';
import type { KeptReadiness, Page, ReadinessSummary, SettledIntent, SnapshotInfo, Waiver } from '../../server/api.ts';
import { resource } from '../support/facts.ts';
import { shopSnapshot, snapshotOf, testServer, upload, type TestServer } from '../support/server.ts';

let server: TestServer;
let bytes: Buffer;
let id: string;

before(async () => {
  server = await testServer();
  bytes = await shopSnapshot();
  id = await upload(server.app, bytes);
});
after(() => server.close());

async function ask<T>(url: string, status = 200): Promise<T> {
  const answer = await server.app.inject({ url, headers: { host: 'localhost' } });
  assert.equal(answer.statusCode, status, `${url}: ${answer.body.slice(0, 300)}`);
  return answer.json<T>();
}
const of = <T>(path: string, status?: number): Promise<T> => ask<T>(`/api/snapshots/${id}${path}`, status);
const send = (method: 'POST' | 'PUT' | 'DELETE', url: string, body?: object) => server.app.inject({ method, url, headers: { host: 'localhost' }, ...(body === undefined ? {} : { body }) });

describe('snapshots', () => {
  it('are kept once, compressed or not', async () => {
    const plain = await server.app.inject({ method: 'POST', url: '/api/snapshots?name=again', headers: { host: 'localhost', 'content-type': 'application/x-ndjson' }, body: gunzipSync(bytes) });
    assert.equal(plain.statusCode, 200);
    assert.equal(plain.json<SnapshotInfo>().id, id);
    assert.equal(plain.headers['location'], `/api/snapshots/${id}`);
    assert.equal((await ask<Page<SnapshotInfo>>('/api/snapshots')).total, 1);
    assert.deepEqual(await ask(`/api/snapshots/${id}`), (await ask<Page<SnapshotInfo>>('/api/snapshots')).items[0]);
  });

  it('are deleted with what was kept of them', async () => {
    const other = await testServer();
    const gone = await upload(other.app, bytes);
    const headers = { host: 'localhost' };
    await other.app.inject({ method: 'POST', url: `/api/snapshots/${gone}/readinesses`, headers, body: {} });
    assert.equal((await other.app.inject({ method: 'DELETE', url: `/api/snapshots/${gone}`, headers })).statusCode, 204);
    assert.equal((await other.app.inject({ method: 'DELETE', url: `/api/snapshots/${gone}`, headers })).statusCode, 404);
    assert.equal((await other.app.inject({ url: `/api/snapshots/${gone}/readiness`, headers })).statusCode, 404);
    assert.equal((await other.app.inject({ url: '/api/readinesses', headers })).json<Page<unknown>>().total, 0);
    await other.close();
  });
});

describe('the estate', () => {
  it('has services, found by page', async () => {
    const first = await of<Page<{ id: string }>>('/services?limit=2');
    const second = await of<Page<{ id: string }>>('/services?limit=2&offset=2');
    assert.equal(first.items.length, 2);
    assert.equal(first.total, second.total);
    assert.equal(new Set([...first.items, ...second.items].map((each) => each.id)).size, 4);
  });

  it('is searched without regard to case', async () => {
    const { items } = await of<Page<{ id: string; name: string }>>('/search?text=ORDERS');
    assert.ok(items.length > 0);
    assert.ok(items.every((each) => JSON.stringify(each).toLowerCase().includes('orders')));
    assert.equal((await of<Page<unknown>>('/search?text=no-such-thing-anywhere')).total, 0);
  });

  it('shows services and no more than the limit, and says what it leaves out', async () => {
    const all = await of<GraphDocument>('/graph/services');
    const few = await of<GraphDocument>('/graph/services?limit=2');
    assert.equal(few.nodes.length, 2);
    assert.equal(few.nodes.length + few.omitted.nodes, all.nodes.length + all.omitted.nodes);
    assert.ok(few.edges.every(({ from, to }) => [from, to].every((end) => few.nodes.some((node) => node.id === end))));
    assert.ok((await of<GraphDocument>('/graph/services?service=orders')).nodes.some((node) => node.id === 'orders'));
  });

  it('shows what is around a resource, the way to another, and what its loss does', async () => {
    const document = await of<GraphDocument>('/graph/services?service=orders&depth=0');
    assert.equal(document.nodes.length, 1);
    const table = (await of<Page<{ id: string; resourceType: string }>>('/search?text=AWS::DynamoDB::&limit=500')).items[0]?.id ?? '';
    const node = encodeURIComponent(table);
    const around = await of<GraphDocument>(`/graph/neighbourhood?node=${node}&depth=2&limit=3`);
    assert.equal(around.nodes.length, 3);
    assert.ok(around.omitted.nodes > 0);
    assert.ok(around.edges.every(({ from, to }) => [from, to].every((end) => around.nodes.some((each) => each.id === end))));
    const told = await of<{ id: string; edges: { in: number } }>(`/graph/node?id=${node}`);
    assert.equal(told.id, table);
    const { outage } = await of<{ outage: Page<{ id: string }> }>(`/graph/blast-radius?lost=${node}`);
    assert.ok(outage.total > 0);
    const { paths } = await of<{ paths: { nodes: string[] }[] }>(`/graph/path?from=${encodeURIComponent(outage.items[0]?.id ?? '')}&to=${node}`);
    assert.equal(paths[0]?.nodes.at(-1), table);
    for (const path of [`/graph/node?id=nobody`, `/graph/neighbourhood?node=nobody`, `/graph/blast-radius?lost=nobody`, `/graph/path?from=nobody&to=${node}`]) await of(path, 404);
  });
});

describe('the intent', () => {
  it('is told without a judgement: as chosen, as configured, or what is missing', async () => {
    const told = async (query: string): Promise<unknown[]> => Object.values(await of<SettledIntent>(`/intent${query}`)).slice(0, 3);
    assert.deepEqual(await told(''), [['eu-west-1'], 'eu-central-1', 'warm-standby']);
    assert.deepEqual(await told('?home=us-east-1&target=eu-north-1&strategy=pilot-light'), [['us-east-1'], 'eu-north-1', 'pilot-light']);
    await of('/intent?home=us-east-1&target=us-east-1', 400);
    const bare = await testServer({ config: {} });
    const nowhere = await upload(bare.app, snapshotOf([resource('nowhere', { region: undefined })]));
    const answer = await bare.app.inject({ url: `/api/snapshots/${nowhere}/intent`, headers: { host: 'localhost' } });
    assert.deepEqual(answer.json<SettledIntent>(), { home: [], strategy: 'warm-standby', notes: ['The home region was not given and cannot be told from the resources.'] });
    await bare.close();
  });
});

describe('the readiness', () => {
  it('sums up, and pages what is long', async () => {
    const summary = await of<ReadinessSummary>('/readiness');
    assert.deepEqual(summary.intent, { home: ['eu-west-1'], target: 'eu-central-1', strategy: 'warm-standby', today: '2030-01-31' });
    const services = await of<Page<ServiceReadiness>>('/readiness/services?limit=500');
    assert.equal(services.total, summary.services);
    assert.ok((await of<Page<ServiceReadiness>>('/readiness/services?status=blocked')).items.every(({ status }) => status === 'blocked'));
    assert.equal((await of<Page<unknown>>('/readiness/blind-spots')).total, summary.blindSpots);
    const gaps = await of<Page<Judgement>>('/findings?limit=1');
    assert.equal(gaps.total, summary.counts.gap);
  });

  it('is filtered', async () => {
    const found = await of<Page<Judgement>>('/findings?state=gap&state=unknown&severity=critical&service=orders&limit=500');
    assert.ok(found.items.length > 0);
    assert.ok(found.items.every(({ severity, service }) => severity === 'critical' && service === 'orders'));
    const one = found.items[0] as Judgement;
    assert.deepEqual(await of(`/findings/${one.fingerprint}`), one);
    assert.ok((await of<Page<Judgement>>(`/findings?state=${one.state}&rule=${one.rule}&text=${encodeURIComponent(one.title)}`)).items.some(({ fingerprint }) => fingerprint === one.fingerprint));
    await of(`/findings/${'0'.repeat(32)}`, 404);
  });

  it('comes with code that closes a gap', async () => {
    const [gap] = (await of<Page<Judgement>>('/findings?rule=data-s3-no-crr')).items;
    const { remedies, texts } = await of<{ remedies: number; texts: Record<string, string> }>(`/findings/${gap?.fingerprint}/remedies`);
    assert.ok(remedies > 0);
    assert.match(texts['terraform'] ?? '', /aws_s3_bucket/);
  });

  it('is compared, planned and rehearsed', async () => {
    const { candidates } = await of<Comparison>('/compare?target=eu-central-1&target=eu-west-3&limit=1');
    assert.deepEqual(candidates.map(({ region }) => region).sort(), ['eu-central-1', 'eu-west-3']);
    assert.ok(candidates.every(({ lacks }) => lacks.length <= 1));
    const plan = await of<MigrationPlan & { total: { services: number } }>('/plan?goal=move&limit=2');
    assert.equal(plan.goal, 'move');
    assert.equal(plan.services.length, 2);
    assert.ok(plan.total.services > 2);
    const simulation = await of<Simulation & { total: { services: number } }>('/simulate?lose=eu-west-1&limit=500');
    assert.equal(simulation.services.length, simulation.total.services);
    assert.ok(simulation.services.some(({ outcome }) => outcome !== 'survives'));
    await of('/simulate?lose=the-moon', 400);
  });

  it('is kept, listed and compared with a later one', async () => {
    const answer = await send('POST', `/api/snapshots/${id}/readinesses`, { strategy: 'backup-restore' });
    assert.equal(answer.statusCode, 201);
    const kept = answer.json<KeptReadiness>();
    assert.equal((await send('POST', `/api/snapshots/${id}/readinesses`, { strategy: 'backup-restore' })).statusCode, 200);
    const later = (await send('POST', `/api/snapshots/${id}/readinesses`, { strategy: 'active-active' })).json<KeptReadiness>();
    const abroad = (await send('POST', `/api/snapshots/${id}/readinesses`, { target: 'eu-west-3' })).json<KeptReadiness>();
    assert.equal((await ask<Page<unknown>>(`/api/readinesses?snapshot=${id}`)).total, 3);
    assert.equal((await ask<ReadinessSummary>(`/api/readinesses/${kept.id}`)).counts.gap, kept.gaps);
    assert.ok((await ask<{ total: number }>(`/api/readinesses/${later.id}/difference?since=${kept.id}`)).total > 0);
    await ask(`/api/readinesses/${abroad.id}/difference?since=${kept.id}`, 409);
    await ask(`/api/readinesses/${'0'.repeat(64)}`, 404);
  });

  it('differs from that of another snapshot by what the snapshots differ in', async () => {
    const lines = gunzipSync(bytes).toString().split('\n');
    const { snapshotLines } = await import('../../model/snapshot.ts');
    const facts = lines.filter((line) => line.startsWith('{') && !line.startsWith('{"digest"') && !line.startsWith('{"format"')).map((line) => JSON.parse(line));
    const [gone] = facts.filter((fact) => fact.type === 'resource' && fact.resourceType === 'AWS::S3::Bucket');
    const less = await upload(server.app, Buffer.from([...snapshotLines(facts.filter((fact) => fact.id !== gone.id), 'test'), ''].join('\n')));
    const resources = await of<{ total: number; resources: { id: string; change: string }[] }>(`/difference?since=${less}`);
    assert.deepEqual(resources.resources.map((each) => [each.change, each.id]), [['added', gone.id]]);
    assert.ok((await of<{ total: number }>(`/readiness/difference?since=${less}`)).total > 0);
    await of(`/difference?since=${'0'.repeat(64)}`, 404);
    await server.store.snapshots.remove(less, { who: 'test', request: 'test' });
  });
});

describe('what people say', () => {
  it('waives gaps from then on, and again not', async () => {
    const summary = await of<ReadinessSummary>('/readiness');
    const answer = await send('POST', '/api/waivers', { rule: 'data-s3-no-crr', subject: '*', reason: 'Made again every night', until: '2030-02-01' });
    assert.equal(answer.statusCode, 201);
    const waiver = answer.json<Waiver>();
    assert.equal(waiver.madeBy, 'local');
    const waived = await of<ReadinessSummary>('/readiness');
    assert.ok(waived.counts.exempt > summary.counts.exempt);
    assert.ok((await of<Page<Judgement>>('/findings?state=exempt&rule=data-s3-no-crr')).items.some(({ message }) => message.includes('Made again every night')));
    assert.equal((await send('DELETE', `/api/waivers/${waiver.id}`)).statusCode, 204);
    assert.equal((await send('DELETE', `/api/waivers/${waiver.id}`)).statusCode, 409);
    assert.deepEqual((await of<ReadinessSummary>('/readiness')).counts, summary.counts);
    assert.ok((await ask<Page<Waiver>>('/api/waivers')).items[0]?.withdrawnAt !== undefined);
    assert.equal((await send('POST', '/api/waivers', { rule: 'data-no-such-rule', subject: '*', reason: 'x' })).statusCode, 400);
  });

  it('sets objectives that recovery is held to', async () => {
    const rto = async () => (await of<Page<ServiceReadiness>>('/readiness/services?limit=500')).items.find((service) => service.id === 'orders')?.recovery?.rto.objective;
    assert.equal(await rto(), 900);
    assert.equal((await send('PUT', '/api/annotations/orders', { rto: '2h' })).statusCode, 200);
    assert.equal(await rto(), 7200);
    assert.deepEqual((await ask<Page<{ service: string; rto?: string }>>('/api/annotations')).items.map(({ service, rto }) => [service, rto]), [['orders', '2h']]);
    assert.equal((await send('DELETE', '/api/annotations/orders')).statusCode, 204);
    assert.equal((await send('DELETE', '/api/annotations/orders')).statusCode, 404);
    assert.equal((await send('PUT', '/api/annotations/orders', { rto: 'soon' })).statusCode, 400);
    assert.equal(await rto(), 900);
  });
});

describe('reference and server', () => {
  it('tells of rules and regions', async () => {
    assert.ok((await ask<Page<{ id: string }>>('/api/rules?category=data&limit=500')).items.every((rule) => rule.id.startsWith('data-')));
    assert.match((await ask<{ page: string }>('/api/rules/data-s3-no-crr')).page, /^# data-s3-no-crr/);
    await ask('/api/rules/data-none', 404);
    assert.ok((await ask<Page<unknown>>('/api/regions?limit=5')).total > 30);
    assert.equal((await ask<{ roundTrip: { from: string } }>('/api/regions/eu-west-1?from=us-east-1')).roundTrip.from, 'us-east-1');
    await ask('/api/regions/mars-1', 400);
  });

  it('is healthy, counts requests by route, and says where the API is', async () => {
    assert.deepEqual(await ask('/api/health'), { status: 'ok' });
    const metrics = await server.app.inject({ url: '/api/metrics', headers: { host: 'localhost' } });
    assert.match(metrics.body, /regionready_http_request_duration_seconds_count\{method="GET",route="\/api\/snapshots\/:snapshot\/readiness",status="200"\} \d/);
    assert.match((await server.app.inject({ url: '/', headers: { host: 'localhost' } })).body, /\/api\/openapi\.json/);
  });

  it('answers 304 to who has the answer, until a waiver changes it', async () => {
    const url = `/api/snapshots/${id}/readiness`;
    const { etag } = (await server.app.inject({ url, headers: { host: 'localhost' } })).headers;
    const again = () => server.app.inject({ url, headers: { host: 'localhost', 'if-none-match': String(etag) } });
    assert.deepEqual([(await again()).statusCode, (await again()).body], [304, '']);
    const { id: waiver } = (await send('POST', '/api/waivers', { rule: '*', subject: 'nothing', reason: 'test' })).json<Waiver>();
    assert.equal((await again()).statusCode, 200);
    await send('DELETE', `/api/waivers/${waiver}`);
    assert.equal((await again()).statusCode, 304);
  });
});
