import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Problem } from '../../server/api.ts';
import { resource } from '../support/facts.ts';
import { snapshotOf, testServer, upload, type TestServer } from '../support/server.ts';

let server: TestServer;
before(async () => {
  server = await testServer({ limits: { snapshotBytes: 200_000, uploadBytes: 100_000, uploads: 1 } });
});
after(() => server.close());

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer | Readable;
}

/** The answer must be a problem document of the status. */
async function refused({ url, method = 'GET', headers = {}, body }: Asked, status: number): Promise<Problem> {
  const answer = await server.app.inject({ url, method, headers: { host: 'localhost', ...headers }, ...(body === undefined ? {} : { body }) });
  assert.equal(answer.statusCode, status, `${url}: ${answer.body}`);
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  const problem = answer.json<Problem>();
  assert.equal(problem.status, status);
  assert.equal(problem.request, answer.headers['x-request-id']);
  return problem;
}

const gzip = { 'content-type': 'application/gzip' };
const post = (body: string | Buffer | Readable, headers: Record<string, string> = gzip): Asked => ({ method: 'POST', url: '/api/snapshots', headers, body });

describe('uploads', () => {
  it('that are no snapshot, are cut or damaged are refused, and nothing stays of them', async () => {
    const whole = snapshotOf([resource('a'), resource('b')]);
    assert.equal((await refused(post('hello', { 'content-type': 'application/x-ndjson' }), 400)).code, 'RR301');
    assert.equal((await refused(post(''), 400)).code, 'RR301');
    assert.equal((await refused(post(whole.subarray(0, whole.length - 20)), 400)).code, 'RR303');
    assert.equal((await refused(post(Buffer.concat([whole.subarray(0, 10), Buffer.alloc(50, 7)])), 400)).code, 'RR303');
    assert.equal((await refused(post(gzipSync(Buffer.from([0x7b, 0xff, 0xfe]))), 400)).code, 'RR303');
    assert.equal((await server.store.snapshots.list({ offset: 0, limit: 1 })).total, 0);
  });

  it('that swell are stopped, and so are those that are too large as they arrive', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x61));
    assert.ok(bomb.length < 100_000);
    assert.equal((await refused(post(bomb), 413)).code, 'RR304');
    await refused(post(Buffer.alloc(150_000)), 413);
  });

  it('of another type are refused', async () => {
    await refused(post('a: b', { 'content-type': 'text/yaml' }), 415);
    await refused(post('{}', { 'content-type': 'application/json' }), 415);
    await refused({ method: 'POST', url: '/api/snapshots' }, 415);
  });

  it('are few at the same time', async () => {
    const slow = new Readable({ read: () => undefined });
    const first = server.app.inject({ method: 'POST', url: '/api/snapshots', headers: { host: 'localhost', ...gzip }, body: slow });
    await new Promise((done) => setTimeout(done, 50));
    await refused(post(snapshotOf([resource('a')])), 429);
    slow.push(snapshotOf([resource('slow')]));
    slow.push(null);
    assert.equal((await first).statusCode, 201);
    await upload(server.app, snapshotOf([resource('after')]));
  });
});

describe('requests', () => {
  it('that pollute prototypes or say more than was asked are refused', async () => {
    const json = { 'content-type': 'application/json' };
    for (const body of ['{"__proto__":{"scopes":["admin"]},"rule":"*","subject":"x","reason":"y"}', '{"constructor":{"prototype":{"a":1}},"rule":"*","subject":"x","reason":"y"}', '{"rule":"*","subject":"x","reason":"y","extra":1}', '{"rule":"*"', '[]', 'null', '{"rule":"*","subject":"x\\u0000","reason":"y"}']) {
      await refused({ method: 'POST', url: '/api/waivers', headers: json, body }, 400);
    }
    assert.equal(({} as { scopes?: unknown }).scopes, undefined);
    await refused({ method: 'POST', url: '/api/waivers', headers: json, body: JSON.stringify({ rule: '*', subject: 'x', reason: 'y'.repeat(100_000) }) }, 413);
  });

  it('lead to no file, whatever their path', async () => {
    for (const url of ['/../package.json', '/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/api/rules/..%2f..%2fpackage.json', '/api/snapshots/..%2f..%2fx', '/api/nothing', '/.regionready/regionready.sqlite']) {
      const { statusCode } = await server.app.inject({ url, headers: { host: 'localhost' } });
      assert.ok([400, 404].includes(statusCode), `${url}: ${statusCode}`);
    }
  });

  it('put nothing into headers or log lines', async () => {
    const answer = await server.app.inject({ method: 'POST', url: `/api/snapshots?name=${encodeURIComponent('a\r\nset-cookie: x=1')}`, headers: { host: 'localhost', ...gzip, 'x-request-id': 'forged' }, body: snapshotOf([resource('h')]) });
    assert.equal(answer.statusCode, 400);
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.notEqual(answer.headers['x-request-id'], 'forged');
    for (const line of server.log) assert.doesNotThrow(() => JSON.parse(line));
  });

  it('get hostile names back as data', async () => {
    const name = '"><script>alert(1)</script>\u202e__proto__';
    const id = await upload(server.app, snapshotOf([resource('__proto__', { name }), resource('constructor', { name: '${7*7}', tags: { constructor: 'x' } })]));
    const answer = await server.app.inject({ url: `/api/snapshots/${id}/search?text=script`, headers: { host: 'localhost' } });
    assert.equal(answer.json<{ items: { name: string }[] }>().items[0]?.name, name);
    assert.match(String(answer.headers['content-type']), /^application\/json/);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    const node = await server.app.inject({ url: `/api/snapshots/${id}/graph/node?id=__proto__`, headers: { host: 'localhost' } });
    assert.equal(node.json<{ name: string }>().name, name);
    assert.equal((await server.app.inject({ url: `/api/snapshots/${id}/readiness?home=us-east-1`, headers: { host: 'localhost' } })).statusCode, 200);
  });

  it('without a usable home, target or region are told so', async () => {
    const id = await upload(server.app, snapshotOf([resource('r')]));
    assert.equal((await refused({ url: `/api/snapshots/${id}/readiness?target=eu-west-1&home=eu-west-1` }, 400)).code, 'RR103');
    assert.equal((await refused({ url: `/api/snapshots/${id}/readiness?target=mars-1` }, 400)).code, 'RR404');
    await refused({ url: `/api/snapshots/${id}/readiness?strategy=hope` }, 400);
    await refused({ url: `/api/snapshots/${id}/findings?limit=1000000` }, 400);
    await refused({ url: `/api/snapshots/${id}/findings?unknown=1` }, 400);
    await refused({ url: `/api/snapshots/${'0'.repeat(64)}/readiness` }, 404);
  });

  it('are put off while memory is short, and answered when it is there again', async (context) => {
    const memory = { heapUsed: 6e6 };
    context.mock.method(process, 'memoryUsage', () => memory);
    const short = await testServer({ limits: { heapBytes: 5e6 } });
    const ask = () => short.app.inject({ url: '/api/snapshots', headers: { host: 'localhost' } });
    // Memory is looked at once a second.
    const until = async (status: number): Promise<Awaited<ReturnType<typeof ask>>> => {
      for (const end = Date.now() + 10_000; ; await new Promise((done) => setTimeout(done, 50))) {
        const answer = await ask();
        if (answer.statusCode === status || Date.now() > end) return answer;
      }
    };
    const put = await until(503);
    assert.deepEqual([put.statusCode, put.headers['retry-after'], put.headers['content-type']], [503, '10', 'application/problem+json; charset=utf-8']);
    assert.equal(put.json<Problem>().request, put.headers['x-request-id']);
    assert.equal((await short.app.inject({ method: 'POST', url: '/api/snapshots', headers: { host: 'localhost', ...gzip }, body: snapshotOf([resource('put off')]) })).statusCode, 503);
    assert.equal((await short.store.snapshots.list({ offset: 0, limit: 1 })).total, 0);
    memory.heapUsed = 1e6;
    assert.equal((await until(200)).statusCode, 200);
    await short.close();
  });

  it('are limited in number', async () => {
    const few = await testServer({ limits: { requestsPerMinute: 2 } });
    const ask = () => few.app.inject({ url: '/api/snapshots', headers: { host: 'localhost' } });
    await ask();
    await ask();
    const third = await ask();
    assert.equal(third.statusCode, 429);
    assert.equal(third.json<Problem>().title, 'Too Many Requests');
    assert.ok(Number(third.headers['retry-after']) > 0);
    await few.close();
  });
});
