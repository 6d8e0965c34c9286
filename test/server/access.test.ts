import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Scope } from '../../server/api.ts';
import { listen } from '../../server/server.ts';
import { resource } from '../support/facts.ts';
import { snapshotOf, testServer, upload, type TestServer } from '../support/server.ts';

const actor = { who: 'test', request: 'test' };
let server: TestServer;
const secrets = new Map<Scope, string>();

before(async () => {
  server = await testServer({ access: 'token' });
  for (const scope of ['read', 'upload', 'waive', 'admin'] as const) secrets.set(scope, (await server.store.tokens.make({ name: scope, scopes: [scope] }, actor))?.token ?? '');
});
after(() => server.close());

const bearer = (scope: Scope) => ({ authorization: `Bearer ${secrets.get(scope)}` });
const status = async (app: FastifyInstance, asked: { method?: 'GET' | 'POST' | 'DELETE' | 'PUT'; url: string; headers?: Record<string, string>; body?: object }) => (await app.inject({ ...asked })).statusCode;

describe('tokens', () => {
  it('are needed for everything but health, the landing page and the description', async () => {
    for (const url of ['/', '/api/health', '/api/openapi.json', '/api/me']) assert.equal(await status(server.app, { url }), 200, url);
    const { paths } = (await server.app.inject('/api/openapi.json')).json<{ paths: Record<string, Record<string, unknown>> }>();
    for (const [path, methods] of Object.entries(paths).filter(([path]) => path !== '/api/health' && path !== '/api/me')) {
      for (const method of Object.keys(methods)) {
        const url = path.replaceAll(/\{\w+\}/g, 'x');
        assert.equal(await status(server.app, { method: method.toUpperCase() as 'GET', url }), 401, `${method} ${path}`);
        assert.equal(await status(server.app, { method: method.toUpperCase() as 'GET', url, headers: { authorization: 'Bearer rr_guess' } }), 401);
      }
    }
    assert.equal(await status(server.app, { url: '/api/metrics' }), 401);
  });

  it('allow what their scopes say, and nothing else', async () => {
    const allowed: Record<Scope, number[]> = { read: [200, 403, 403, 403], upload: [403, 415, 403, 403], waive: [403, 403, 201, 403], admin: [200, 415, 201, 200] };
    for (const [scope, expected] of Object.entries(allowed) as [Scope, number[]][]) {
      const headers = bearer(scope);
      const found = [
        await status(server.app, { url: '/api/snapshots', headers }),
        await status(server.app, { method: 'POST', url: '/api/snapshots', headers }),
        await status(server.app, { method: 'POST', url: '/api/waivers', headers, body: { rule: '*', subject: 'x', reason: 'y' } }),
        await status(server.app, { url: '/api/tokens', headers }),
      ];
      assert.deepEqual(found, expected, scope);
    }
  });

  it('are shown once, kept as a hash, and never logged', async () => {
    const made = await server.app.inject({ method: 'POST', url: '/api/tokens', headers: bearer('admin'), body: { name: 'pipeline', scopes: ['upload'] } });
    const { token, id } = made.json<{ token: string; id: string }>();
    assert.equal(made.headers['cache-control'], 'no-store');
    assert.equal(await status(server.app, { method: 'POST', url: '/api/tokens', headers: bearer('admin'), body: { name: 'pipeline', scopes: ['read'] } }), 409);
    await upload(server.app, snapshotOf([resource('a')]), { authorization: `Bearer ${token}` });
    const told = [(await server.app.inject({ url: '/api/tokens', headers: bearer('admin') })).body, (await server.app.inject({ url: '/api/audit', headers: bearer('admin') })).body, server.log.join('')];
    for (const text of told) for (const secret of [token, ...secrets.values()]) assert.ok(!text.includes(secret));
    assert.match(told[1] ?? '', /"who":"token pipeline","action":"upload snapshot"/);
    assert.equal(await status(server.app, { method: 'DELETE', url: `/api/tokens/${id}`, headers: bearer('admin') }), 204);
    assert.equal(await status(server.app, { method: 'POST', url: '/api/snapshots', headers: { authorization: `Bearer ${token}` } }), 401);
  });

  it('expire, and the last that can make others stays', async () => {
    const old = await server.store.tokens.make({ name: 'old', scopes: ['read'], expires: '2030-01-30' }, actor);
    const last = await server.store.tokens.make({ name: 'today', scopes: ['read'], expires: '2030-01-31' }, actor);
    assert.equal(await status(server.app, { url: '/api/snapshots', headers: { authorization: `Bearer ${old?.token}` } }), 401);
    assert.equal(await status(server.app, { url: '/api/snapshots', headers: { authorization: `Bearer ${last?.token}` } }), 200);
    const admin = (await server.store.tokens.list()).find(({ name }) => name === 'admin');
    assert.equal(await status(server.app, { method: 'DELETE', url: `/api/tokens/${admin?.id}`, headers: bearer('admin') }), 409);
  });
});

describe('without tokens', () => {
  it('answers as localhost only, and not to pages of other origins', async () => {
    const open = await testServer();
    const asked = (headers: Record<string, string>) => status(open.app, { url: '/api/snapshots', headers });
    assert.equal(await asked({ host: 'localhost:7373' }), 200);
    assert.equal(await asked({ host: '127.0.0.1' }), 200);
    assert.equal(await asked({ host: '[::1]:7373' }), 200);
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:7373']) assert.equal(await asked({ host }), 421, host);
    assert.equal(await asked({ host: 'localhost:7373', origin: 'http://localhost:7373' }), 200);
    assert.equal(await asked({ host: 'localhost:7373', origin: 'https://evil.example' }), 403);
    assert.equal(await asked({ host: 'localhost:7373', origin: 'null' }), 403);
    assert.equal(await asked({ host: 'localhost:7373', 'sec-fetch-site': 'cross-site' }), 403);
    await open.close();
  });

  it('refuses to listen where others reach it', async () => {
    const { store, close } = await testServer();
    for (const host of ['0.0.0.0', '::', '192.0.2.1', 'example.com']) {
      await assert.rejects(listen({ access: 'open', store } as never, { host, port: 0 }), { code: 'RR902' }, host);
    }
    await close();
  });
});
