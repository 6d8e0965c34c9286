import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { resource } from '../support/facts.ts';
import { snapshotOf, testServer, upload, type TestServer } from '../support/server.ts';

describe('every answer', () => {
  let server: TestServer;
  let id = '';
  before(async () => {
    const pages = new Map([['/index.html', { type: 'text/html; charset=utf-8', body: Buffer.from('<!doctype html><title>regionready</title>') }]]);
    server = await testServer({ pages });
    id = await upload(server.app, snapshotOf(Array.from({ length: 200 }, (_, at) => resource(`resource-${at}`))));
  });
  after(() => server.close());
  const ask = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers: { host: 'localhost', ...headers } });

  it('forbids scripts, styles and frames of elsewhere, and code made of text', async () => {
    for (const url of ['/', '/api/snapshots', '/api/nothing', '/api/openapi.json']) {
      const { headers } = await ask(url);
      const policy = new Map(String(headers['content-security-policy']).split(';').map((each): [string, string] => {
        const [name = '', ...values] = each.trim().split(' ');
        return [name, values.join(' ')];
      }));
      assert.deepEqual(['default-src', 'script-src', 'style-src', 'connect-src', 'base-uri', 'form-action', 'frame-ancestors'].map((name) => policy.get(name)), ["'none'", "'self'", "'self'", "'self'", "'none'", "'none'", "'none'"], url);
      assert.doesNotMatch(String(headers['content-security-policy']), /unsafe|\*|http:/, url);
      assert.deepEqual([headers['x-content-type-options'], headers['referrer-policy'], headers['cross-origin-opener-policy'], headers['cross-origin-resource-policy']], ['nosniff', 'no-referrer', 'same-origin', 'same-origin'], url);
      assert.deepEqual([headers['access-control-allow-origin'], headers['x-powered-by'], headers['server']], [undefined, undefined, undefined], url);
    }
  });

  it('comes compressed to who takes it so', async () => {
    const url = `/api/snapshots/${id}/resources?limit=200`;
    const plain = await ask(url);
    const packed = await ask(url, { 'accept-encoding': 'gzip' });
    assert.equal(packed.headers['content-encoding'], 'gzip');
    assert.ok(packed.rawPayload.length * 4 < plain.rawPayload.length);
    assert.equal(gunzipSync(packed.rawPayload).toString(), plain.body);
  });

  it('has an id of its own, under which the log says what was asked, how it ended and how long it took', async () => {
    const answers = [await ask('/api/snapshots'), await ask('/api/snapshots/nothing/readiness')];
    assert.notEqual(answers[0]?.headers['x-request-id'], answers[1]?.headers['x-request-id']);
    const lines = server.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const { headers, statusCode } of answers) {
      const own = lines.filter((line) => JSON.stringify(line).includes(String(headers['x-request-id'])));
      assert.ok(own.some((line) => JSON.stringify(line).includes(`"statusCode":${statusCode}`) && typeof line['responseTime'] === 'number'), JSON.stringify(own));
    }
  });
});

describe('the end of a server', () => {
  it('waits for the upload under way, and takes nothing new', async () => {
    const server = await testServer();
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.app.server.address() as AddressInfo;
    const body = snapshotOf([resource('under-way')]);
    const ended = new Promise<number>((done, failed) => {
      const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/snapshots', headers: { 'content-type': 'application/gzip', 'content-length': body.length } }, (answer) => {
        answer.resume();
        answer.on('end', () => done(answer.statusCode ?? 0));
      });
      sent.on('error', failed);
      sent.write(body.subarray(0, 30));
      setTimeout(() => {
        closing = server.app.close();
        setTimeout(() => sent.end(body.subarray(30)), 150);
      }, 150);
    });
    let closing: Promise<unknown> | undefined;
    assert.equal(await ended, 201);
    await closing;
    await assert.rejects(fetch(`http://127.0.0.1:${port}/api/health`));
    assert.equal((await server.store.snapshots.list({ offset: 0, limit: 5 })).total, 1);
    await server.store.close();
  });
});
