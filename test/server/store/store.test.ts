import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, it, type TestContext } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { buildEstate } from '../../../graph/build.ts';
import { viewOf } from '../../../graph/view.ts';
import { judge } from '../../../rules/judge.ts';
import { decodeReadiness, encodeReadiness } from '../../../server/kept-readiness.ts';
import { openFolder, openUrl } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { resource } from '../../support/facts.ts';
import { snapshotOf, temporary } from '../../support/server.ts';

/** What every store must do, asked of the one in a folder and, where REGIONREADY_TEST_DATABASE_URL names an empty database, of PostgreSQL. */
const databaseUrl = process.env['REGIONREADY_TEST_DATABASE_URL'];
const actor = { who: 'tester', request: 'r1' };
const all = { offset: 0, limit: 500 };

async function read(store: Store, id: string): Promise<string | undefined> {
  const source = await store.snapshots.read(id);
  if (source === undefined) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk as Uint8Array);
  return gunzipSync(Buffer.concat(chunks)).toString('utf8');
}

const readinessOf = (target: string) =>
  judge({ view: viewOf(buildEstate([resource('a')])), rules: [], intent: { home: ['us-east-1'], target, strategy: 'warm-standby', services: {}, exemptions: [], today: '2030-01-31' }, tool: 'test' });

function contract(name: string, open: () => Promise<{ readonly store: Store; reopen(): Promise<Store> }>, skip: string | false): void {
  const it_ = (what: string, test: (store: Store, reopen: () => Promise<Store>, context: TestContext) => Promise<void>) =>
    it(what, async (context) => {
      const { store, reopen } = await open();
      try {
        await test(store, reopen, context);
      } finally {
        await store.close().catch(() => undefined);
      }
    });

  describe(`a store in ${name}`, { skip }, () => {
    it_('keeps snapshots by what they say, across restarts', async (store, reopen) => {
      const facts = Array.from({ length: 3000 }, (_, index) => resource(`r${index}`, { tags: { note: Math.sin(index).toString(36).repeat(40) } }));
      const bytes = snapshotOf(facts);
      const { snapshot, created } = await store.snapshots.put(Readable.from([bytes]), { name: 'one', maxBytes: 1e9 }, actor);
      assert.deepEqual([created, snapshot.facts, snapshot.resources, snapshot.name, snapshot.uploadedBy], [true, 3000, 3000, 'one', 'tester']);
      assert.equal(snapshot.bytes, gunzipSync(bytes).length);
      assert.equal((await store.snapshots.put(Readable.from([gunzipSync(bytes)]), { name: 'two', maxBytes: 1e9 }, actor)).created, false);
      await store.close();
      const again = await reopen();
      assert.deepEqual(await again.snapshots.get(snapshot.id), snapshot);
      assert.equal(await read(again, snapshot.id), gunzipSync(bytes).toString('utf8'));
      assert.equal(await again.snapshots.remove(snapshot.id, actor), true);
      assert.equal(await again.snapshots.remove(snapshot.id, actor), false);
      assert.equal(await read(again, snapshot.id), undefined);
      await again.close();
    });

    it_('keeps nothing of a snapshot that is cut, and one of ten that come at once', async (store) => {
      const bytes = snapshotOf([resource('x')]);
      const before = (await store.snapshots.list(all)).total;
      await assert.rejects(store.snapshots.put(Readable.from([gunzipSync(bytes).subarray(0, -5)]), { name: 'cut', maxBytes: 1e9 }, actor), { code: 'RR303' });
      await assert.rejects(store.snapshots.put(Readable.from([bytes]), { name: 'long', maxBytes: 10 }, actor), { code: 'RR304' });
      assert.equal((await store.snapshots.list(all)).total, before);
      const made = await Promise.all(Array.from({ length: 10 }, () => store.snapshots.put(Readable.from([bytes]), { name: 'same', maxBytes: 1e9 }, actor)));
      assert.equal(made.filter(({ created }) => created).length, 1);
      await store.snapshots.remove(made[0]?.snapshot.id ?? '', actor);
    });

    it_('keeps readinesses, and loses them with their snapshot', async (store) => {
      const { snapshot } = await store.snapshots.put(Readable.from([snapshotOf([resource('a')])]), { name: 'a', maxBytes: 1e9 }, actor);
      const first = await store.readinesses.keep(encodeReadiness(snapshot.id, readinessOf('eu-west-1')), actor);
      assert.deepEqual([first.created, (await store.readinesses.keep(encodeReadiness(snapshot.id, readinessOf('eu-west-1')), actor)).created], [true, false]);
      await store.readinesses.keep(encodeReadiness(snapshot.id, readinessOf('eu-west-3')), actor);
      assert.deepEqual((await store.readinesses.list({ ...all, snapshot: snapshot.id })).items.map(({ target }) => target).sort(), ['eu-west-1', 'eu-west-3']);
      assert.deepEqual((await store.readinesses.list({ ...all, snapshot: snapshot.id, target: 'eu-west-3', strategy: 'warm-standby' })).items.map(({ target }) => target), ['eu-west-3']);
      assert.equal((await store.readinesses.list({ ...all, snapshot: snapshot.id, target: 'eu-west-3', strategy: 'pilot-light' })).total, 0);
      assert.deepEqual(decodeReadiness((await store.readinesses.content(first.kept.id)) ?? new Uint8Array()), readinessOf('eu-west-1'));
      await store.snapshots.remove(snapshot.id, actor);
      assert.equal(await store.readinesses.content(first.kept.id), undefined);
    });

    it_('keeps answers of a snapshot as long as what they rest on is the same, and the latest wishes', async (store) => {
      const { snapshot } = await store.snapshots.put(Readable.from([snapshotOf([resource('answered')])]), { name: 'one', maxBytes: 1e9 }, actor);
      const keep = (key: string, digest: string) => store.answers.keep({ key, snapshot: snapshot.id, digest, headers: { 'content-type': 'text/plain' }, content: Uint8Array.of(1, 2, 3) });
      await keep('a', 'today');
      await keep('a', 'today');
      await keep('b', 'today');
      const found = await store.answers.get('a');
      assert.deepEqual([found?.headers, Array.from(found?.content ?? [])], [{ 'content-type': 'text/plain' }, [1, 2, 3]]);
      await keep('c', 'tomorrow');
      assert.deepEqual([await store.answers.get('a'), await store.answers.get('b'), (await store.answers.get('c')) === undefined], [undefined, undefined, false]);
      await store.snapshots.remove(snapshot.id, actor);
      assert.equal(await store.answers.get('c'), undefined);
      await keep('d', 'tomorrow');
      assert.equal(await store.answers.get('d'), undefined, 'of a snapshot that is gone nothing is kept');
      for (const wish of ['target=one', 'target=two', 'target=one']) {
        await store.answers.wish(wish);
        await new Promise((done) => setTimeout(done, 5));
      }
      assert.deepEqual([await store.answers.wishes('2000-01-01', 2), await store.answers.wishes('2000-01-01', 1), await store.answers.wishes('2999-01-01', 2)], [['target=one', 'target=two'], ['target=one'], []]);
    });

    it_('keeps waivers, annotations and tokens, and writes down who did what', async (store) => {
      const waiver = await store.waivers.add({ rule: '*', subject: "a'; DROP TABLE waiver; --", reason: '?', until: '2030-01-01' }, actor);
      assert.deepEqual((await store.waivers.standing()).filter(({ id }) => id === waiver.id), [waiver]);
      assert.deepEqual([await store.waivers.withdraw(waiver.id, actor), await store.waivers.withdraw(waiver.id, actor), await store.waivers.withdraw('none', actor)], ['withdrawn', 'was withdrawn', 'unknown']);
      await store.annotations.set('orders', { tier: 0 }, actor);
      await store.annotations.set('orders', { rto: '1h' }, actor);
      assert.deepEqual((await store.annotations.all()).map(({ service, tier, rto }) => ({ service, tier, rto })), [{ service: 'orders', tier: undefined, rto: '1h' }]);
      assert.deepEqual([await store.annotations.remove('orders', actor), await store.annotations.remove('orders', actor)], [true, false]);
      const name = `t-${waiver.id}`;
      const token = await store.tokens.make({ name, scopes: ['read', 'waive'] }, actor);
      assert.equal(await store.tokens.make({ name, scopes: ['read'] }, actor), undefined);
      assert.deepEqual((await store.tokens.find(token?.token ?? '', '2030-01-31'))?.scopes, ['read', 'waive']);
      assert.equal(await store.tokens.find('rr_other', '2030-01-31'), undefined);
      assert.equal(await store.tokens.revoke(token?.id ?? '', actor), 'revoked');
      const { items } = await store.audit({ offset: 0, limit: 6 });
      assert.deepEqual(items.map(({ action }) => action), ['revoke token', 'make token', 'remove annotation', 'annotate service', 'annotate service', 'withdraw waiver']);
      assert.ok(items.every(({ who, request }) => who === 'tester' && request === 'r1'));
    });
  });
}

contract('a folder', async () => {
  const folder = await temporary();
  return { store: await openFolder(folder), reopen: () => openFolder(folder) };
}, false);

contract('PostgreSQL', async () => ({ store: await openUrl(databaseUrl ?? ''), reopen: () => openUrl(databaseUrl ?? '') }), databaseUrl === undefined ? 'REGIONREADY_TEST_DATABASE_URL names no database' : false);

describe('the folder of a store', () => {
  it('is cleared of what processes that are no more left of their uploads', async () => {
    const folder = await temporary();
    await (await openFolder(folder)).close();
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(folder, 'uploads', '4194305-left.partial'), 'half');
    const store = await openFolder(folder);
    assert.deepEqual(await readdir(join(folder, 'uploads')), []);
    await store.close();
  });

  it('that cannot be made is told', async () => {
    await assert.rejects(openFolder('/dev/null/here'), { code: 'RR901' });
    await assert.rejects(openUrl('postgres://user:secret@127.0.0.1:1/none'), (thrown: Error & { code?: string }) => thrown.code === 'RR901' && !thrown.message.includes('secret'));
  });
});
