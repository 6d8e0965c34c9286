import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { computeThreads } from '../../cli/compute-threads.ts';
import { loadConfig } from '../../cli/config.ts';
import { ruleRegistry } from '../../cli/registry.ts';
import { defaultLimits, type Threads } from '../../server/options.ts';
import type { Problem } from '../../server/api.ts';
import { viewsOf } from '../../server/views.ts';
import { openFolder } from '../../server/store/open.ts';
import { resource } from '../support/facts.ts';
import { root, shopConfig, shopSnapshot, snapshotOf, temporary, testServer, upload, type TestServer } from '../support/server.ts';

const loaded = await loadConfig({ cwd: root, rules: ruleRegistry, explicit: shopConfig, lookup: false });
const real = { ...computeThreads(loaded, { cwd: root, limits: defaultLimits }), sizes: { browse: 1, judge: 1 } };
const slow = (millisecondsEach: number, greedy = false): Threads => ({ entry: new URL('../support/slow-thread.ts', import.meta.url), data: { millisecondsEach, greedy }, sizes: { browse: 1, judge: 1 } });
const estate = (size: number) => snapshotOf(Array.from({ length: size }, (_, index) => resource(`r${index}`)));
const get = ({ app }: TestServer, url: string) => app.inject({ url, headers: { host: 'localhost' } });
const wish = 'home=us-east-1&target=eu-west-1';

describe('threads', () => {
  let servers: TestServer[];
  let ids: string[];
  before(async () => {
    const shop = await shopSnapshot();
    servers = [await testServer(), await testServer({ threads: real })];
    ids = await Promise.all(servers.map(({ app }) => upload(app, shop)));
  });
  after(() => Promise.all(servers.map((server) => server.close())));

  it('give the answers that the server itself gives', async () => {
    const [id] = ids;
    const resourceId = ((await get(servers[0] as TestServer, `/api/snapshots/${id}/search?text=orders`)).json<{ items: { id: string }[] }>()).items[0]?.id ?? '';
    const asked = ['graph/services', 'graph/services?overlay=readiness', `graph/neighbourhood?node=${encodeURIComponent(resourceId)}`, 'graph/node?id=none', 'readiness', 'readiness?target=mars', 'findings?severity=critical', 'findings?limit=0', 'plan', 'simulate?lose=eu-west-1', 'compare?target=eu-west-3&target=eu-north-1', 'findings/document?format=csv'];
    for (const path of asked) {
      const [own, threads] = await Promise.all(servers.map((server) => get(server, `/api/snapshots/${id}/${path}`)));
      const body = (text = ''): string => text.replace(/"request":"[^"]+"/, '');
      assert.deepEqual([threads?.statusCode, threads?.headers['content-type'], threads?.headers['etag'], body(threads?.body)], [own?.statusCode, own?.headers['content-type'], own?.headers['etag'], body(own?.body)], path);
    }
    assert.equal((await get(servers[1] as TestServer, `/api/snapshots/${'0'.repeat(64)}/readiness`)).statusCode, 404);
  });

  it('keep what was judged, and write down who kept it', async () => {
    const server = servers[1] as TestServer;
    const kept = await server.app.inject({ method: 'POST', url: `/api/snapshots/${ids[1]}/readinesses`, headers: { host: 'localhost' }, body: { target: 'eu-west-3' } });
    assert.equal(kept.statusCode, 201);
    assert.equal(kept.json<{ keptBy: string }>().keptBy, 'local');
    assert.equal((await get(server, String(kept.headers.location))).statusCode, 200);
  });

  it('judge by waivers as soon as they are made', async () => {
    const server = servers[1] as TestServer;
    const exempt = async () => (await get(server, `/api/snapshots/${ids[1]}/readiness`)).json<{ counts: { exempt: number } }>().counts.exempt;
    const before = await exempt();
    await server.app.inject({ method: 'POST', url: '/api/waivers', headers: { host: 'localhost' }, body: { rule: '*', subject: '*', reason: 'all of it' } });
    assert.ok((await exempt()) > before);
  });
});

describe('a long judgement', () => {
  it('holds up no look at the graph, is computed once for all who ask, and stops when nobody waits any more', async (context) => {
    const server = await testServer({ threads: slow(50) });
    context.after(() => server.close());
    const [id, large] = [await upload(server.app, estate(40)), await upload(server.app, estate(600))];
    const origin = await server.app.listen({ host: '127.0.0.1', port: 0 });
    await get(server, `/api/snapshots/${id}/graph/services`);
    const judged = `/api/snapshots/${id}/readiness?${wish}`;
    const began = performance.now();
    const both = Promise.all([get(server, judged), get(server, judged)]);
    const looked = get(server, `/api/snapshots/${id}/graph/neighbourhood?node=r1`);
    assert.equal(await Promise.race([both.then(() => 'judged'), looked.then(() => 'looked')]), 'looked');
    assert.deepEqual([(await looked).statusCode, ...(await both).map(({ statusCode }) => statusCode)], [200, 200, 200]);
    assert.ok(performance.now() - began > 1900);
    // Half a minute of judging; who asked for it goes away.
    const leaving = request(`${origin}/api/snapshots/${large}/readiness?${wish}`);
    leaving.on('error', () => undefined);
    leaving.end();
    await new Promise((done) => setTimeout(done, 500));
    leaving.destroy();
    const free = performance.now();
    assert.equal((await get(server, judged)).statusCode, 200);
    assert.ok(performance.now() - free < 15_000, String(performance.now() - free));
  });

  it('is refused where too many wait, and given up where it takes too long', async (context) => {
    const server = await testServer({ threads: slow(100), limits: { waiting: 2, computeSeconds: 1 } });
    context.after(() => server.close());
    const id = await upload(server.app, estate(40));
    const answers = await Promise.all(['backup-restore', 'pilot-light', 'active-active'].map((strategy) => get(server, `/api/snapshots/${id}/readiness?${wish}&strategy=${strategy}`)));
    assert.deepEqual(answers.map(({ statusCode }) => statusCode), [503, 503, 503]);
    assert.ok(Number(answers[2]?.headers['retry-after']) > 0);
    assert.match(answers[0]?.json<Problem>().detail ?? '', /more than 1 seconds/);
    assert.equal((await get(server, `/api/snapshots/${id}/graph/services`)).statusCode, 200);
  });

  it('that takes more memory than a thread may is told so, and the server goes on', async (context) => {
    const server = await testServer({ threads: slow(0, true), limits: { threadMegabytes: 150 } });
    context.after(() => server.close());
    const id = await upload(server.app, estate(40));
    const refused = await get(server, `/api/snapshots/${id}/readiness?${wish}`);
    assert.deepEqual([refused.statusCode, refused.json<Problem>().code], [503, 'RR305'], server.log.join(''));
    assert.equal((await get(server, `/api/snapshots/${id}/services`)).statusCode, 200);
  });
});

it('an answer that was dear is kept until people say something else or the snapshot goes', async (context) => {
  const server = await testServer({ threads: slow(10) });
  context.after(() => server.close());
  const id = await upload(server.app, estate(40));
  const url = `/api/snapshots/${id}/readiness?${wish}`;
  const timed = async (): Promise<readonly [ms: number, body: string]> => {
    const began = performance.now();
    const { body } = await get(server, url);
    return [performance.now() - began, body];
  };
  const [dear, body] = await timed();
  const kept = (await server.app.inject({ url: '/api/metrics', headers: { host: 'localhost' } })).body;
  assert.ok(dear > 400, String(dear));
  assert.deepEqual((await timed())[1], body);
  assert.match(kept, new RegExp(`regionready_cache_bytes [1-9]`));
  await server.app.inject({ method: 'POST', url: '/api/waivers', headers: { host: 'localhost' }, body: { rule: '*', subject: 'r1', reason: 'of no use' } });
  assert.ok((await timed())[0] > 400, 'judged anew with what was said');
  assert.equal((await server.app.inject({ method: 'DELETE', url: `/api/snapshots/${id}`, headers: { host: 'localhost' } })).statusCode, 204);
  assert.equal((await get(server, url)).statusCode, 404);
});

describe('what pages begin with', () => {
  const questions = ['readiness', 'plan?goal=expand&limit=500', 'findings?limit=50&offset=0&sort=worst&state=gap&descending=false', 'readiness/services?sort=worst&offset=0&limit=50'];
  const computed = async (server: TestServer, url: string): Promise<readonly [body: string, ms: number]> => {
    const { statusCode, body, headers } = await get(server, url);
    assert.equal(statusCode, 200, body);
    return [body, Number(/dur=(\d+)/.exec(String(headers['server-timing']))?.[1])];
  };

  it('is computed before anybody asks, also after a restart and when people say something new', async (context) => {
    const folder = await temporary();
    const first = await testServer({ threads: slow(10), store: await openFolder(folder), prepare: true });
    const id = await upload(first.app, estate(40));
    await first.preparing?.settled();
    const urls = questions.map((path) => `/api/snapshots/${id}/${path}`);
    const answers = await Promise.all(urls.map((url) => computed(first, url)));
    assert.deepEqual(answers.map(([, ms]) => ms), [0, 0, 0, 0], first.log.join(''));
    await first.close();
    const second = await testServer({ threads: slow(10), store: await openFolder(folder) });
    context.after(() => second.close());
    assert.deepEqual(await Promise.all(urls.map((url) => computed(second, url))), answers);
    await second.app.inject({ method: 'POST', url: '/api/waivers', headers: { host: 'localhost' }, body: { rule: '*', subject: 'r1', reason: 'of no use' } });
    const [, anew] = await computed(second, urls[0] ?? '');
    assert.ok(anew > 0, 'judged anew with what was said');
  });

  it('gives way to who asks for something else, and not to who asks for the same', async (context) => {
    const server = await testServer({ threads: slow(20) });
    context.after(() => server.close());
    const id = await upload(server.app, estate(40));
    const settled = await viewsOf(server.options).context();
    const ask = async (search: string, prepared = false): Promise<number | undefined> => {
      const asked = { method: 'GET' as const, url: `/api/snapshots/${id}/${search}`, who: 'test', request: 'test' };
      return server.pool?.ask({ lane: 'judge', snapshot: id, context: settled, asked, prepared }, new AbortController().signal).then(({ status }) => status, (thrown: { readonly statusCode: number }) => thrown.statusCode);
    };
    assert.deepEqual(await Promise.all([ask(`readiness?${wish}`, true), ask(`readiness/services?${wish}`), ask('graph/services')]), [200, 200, 200]);
    const other = `home=us-east-1&target=eu-west-3`;
    assert.deepEqual(await Promise.all([ask(`readiness?${other}`, true), ask(`readiness?${wish}&strategy=pilot-light`)]), [499, 200]);
    assert.equal(await ask(`readiness?${other}`, true), 200);
  });
});
