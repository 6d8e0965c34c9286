import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DrawnGraph, Expanded, Page, Radius } from '../../server/api.ts';
import type { Judgement } from '../../model/readiness.ts';
import { shopSnapshot, testServer, upload, type TestServer } from '../support/server.ts';

let server: TestServer;
let id: string;
before(async () => {
  server = await testServer();
  id = await upload(server.app, await shopSnapshot());
});
after(() => server.close());

async function of<T>(path: string, status = 200): Promise<T> {
  const answer = await server.app.inject({ url: `/api/snapshots/${id}/${path}`, headers: { host: 'localhost' } });
  assert.equal(answer.statusCode, status, answer.body);
  return answer.json<T>();
}

describe('the graph of services', () => {
  it('opens a service in place, and its pieces add up to the whole', async () => {
    const whole = await of<DrawnGraph>('graph/services');
    const service = 'orders';
    const opened = await of<Expanded>(`graph/expanded?service=${service}`);
    const inside = opened.nodes.filter(({ type }) => type !== 'service');
    assert.equal(inside.length, whole.nodes.find((node) => node.id === service)?.resources);
    assert.ok(inside.every((node) => node.service === service));
    const total = (edges: readonly { count: number }[]) => edges.reduce((sum, { count }) => sum + count, 0);
    for (const end of ['from', 'to'] as const) {
      const bundled = opened.edges.filter(({ outside }) => outside === end);
      assert.equal(total(bundled), total(whole.edges.filter((edge) => edge[end === 'to' ? 'from' : 'to'] === service)));
    }
    assert.ok(opened.edges.some(({ outside }) => outside !== undefined));
    assert.ok(opened.edges.some(({ outside }) => outside === undefined));
    await of('graph/expanded?service=none', 404);
  });

  it('says of each service and resource what the judgement says of it, where that was asked for', async () => {
    const gaps = (await of<Page<Judgement>>('findings?limit=500')).items;
    const whole = await of<DrawnGraph>('graph/services?overlay=readiness&lose=eu-west-1');
    for (const { id: service, resources, serviceOverlay } of whole.nodes) {
      assert.ok(serviceOverlay !== undefined);
      assert.deepEqual(Object.values(serviceOverlay.gaps).reduce((sum, count) => sum + count, 0), gaps.filter((gap) => gap.service === service).length, service);
      assert.equal(Object.values(serviceOverlay.inTarget).reduce((sum, count) => sum + count, 0), resources);
    }
    assert.ok(whole.nodes.some(({ serviceOverlay }) => serviceOverlay?.loss?.state === 'down' || serviceOverlay?.loss?.state === 'impaired'));
    const { nodes } = await of<Expanded>('graph/expanded?service=orders&overlay=readiness&lose=eu-west-1');
    for (const { id: resource, resourceOverlay } of nodes.filter(({ type }) => type !== 'service')) {
      const own = gaps.filter((gap) => gap.resources.includes(resource));
      assert.equal(Object.values(resourceOverlay?.gaps ?? {}).reduce((sum, count) => sum + count, 0), own.length, resource);
      assert.equal(resourceOverlay?.worst, own[0]?.severity, resource);
    }
    assert.ok(nodes.some(({ region, resourceOverlay }) => region === 'eu-west-1' && (resourceOverlay?.fate === 'lost' || resourceOverlay?.fate === 'replaced')));
    assert.ok(new Set(nodes.map(({ resourceOverlay }) => resourceOverlay?.inTarget)).size > 2);
    await of('graph/services?overlay=readiness&lose=mars', 400);
    assert.ok((await of<DrawnGraph>('graph/services')).nodes.every(({ serviceOverlay }) => serviceOverlay === undefined));
  });
});

describe('a blast radius', () => {
  it('tells how far each resource is, and when it reaches which service', async () => {
    const { nodes } = await of<Expanded>('graph/expanded?service=orders');
    const table = nodes.find(({ type }) => type === 'AWS::DynamoDB::Table')?.id ?? '';
    const { outage, services, data } = await of<Radius>(`graph/blast-radius?lost=${encodeURIComponent(table)}`);
    assert.ok(outage.total > 0);
    assert.deepEqual(outage.items.map(({ steps }) => steps), outage.items.map(({ steps }) => steps).toSorted((a, b) => a - b));
    assert.equal(services.reduce((sum, { resources }) => sum + resources, 0), outage.total);
    assert.equal(data[0]?.id, table);
  });
});
