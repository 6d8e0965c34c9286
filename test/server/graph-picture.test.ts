import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Picture, PictureOverlay } from '../../model/picture.ts';
import { shopSnapshot, testServer, upload, type TestServer } from '../support/server.ts';

describe('pictures of the graph', () => {
  let server: TestServer;
  let id = '';
  before(async () => {
    server = await testServer();
    id = await upload(server.app, await shopSnapshot());
  });
  after(() => server.close());

  async function ask<T>(path: string, status = 200): Promise<T> {
    const answer = await server.app.inject({ url: `/api/snapshots/${id}/graph/${path}`, headers: { host: 'localhost' } });
    assert.equal(answer.statusCode, status, answer.body.slice(0, 300));
    return answer.json<T>();
  }

  it('open services in place and divide them', async () => {
    const drawn = await ask<Picture>('picture?open=catalogue&by=region');
    assert.deepEqual(drawn.groups.map((group) => group.id), ['eu-central-1', 'eu-west-1', 'us-east-1', 'global']);
    assert.ok(drawn.boxes.every(({ service }) => service === 'catalogue'));
    assert.equal(drawn.nodes.reduce((sum, { resources }) => sum + resources, 0), drawn.total.resources);
    const vpcs = await ask<Picture>('picture?by=vpc');
    assert.ok(vpcs.groups.some(({ id: vpc, resources }) => vpc !== '' && resources > 3), JSON.stringify(vpcs.groups));
  });

  it('carry what the judgement says, and what a loss does', async () => {
    const { nodes = {}, fates = {}, affected } = await ask<PictureOverlay>('picture/overlay?overlay=readiness&target=eu-central-1&lose=eu-west-1');
    assert.ok(Object.values(nodes).some(({ gaps }) => (gaps.critical ?? 0) > 0));
    assert.ok(Object.values(nodes).some(({ inTarget }) => (inTarget.missing ?? 0) > 0));
    assert.ok((affected?.lost ?? 0) > 10 && (affected?.services ?? 0) > 3);
    assert.ok(Object.values(fates).some(({ step }) => step === 0));
    const service = await ask<PictureOverlay>('picture/overlay?lostService=payments');
    assert.equal(service.nodes, undefined);
    assert.equal(service.fates?.['s:payments@']?.step, 0);
    assert.ok(Object.values(service.fates ?? {}).some(({ step = 0 }) => step > 0));
  });

  it('refuse what does not exist', async () => {
    await ask('picture?node=nowhere', 404);
    await ask('picture?by=colour', 400);
    await ask('picture/overlay?lose=nothing-like-it', 400);
    await ask('services/path?from=nowhere&to=payments', 404);
    assert.deepEqual((await ask<{ services: string[] }>('services/path?from=checkout&to=platform')).services.at(0), 'checkout');
  });
});
