import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { SnapshotInfo } from '../../../server/api.ts';
import { openUrl } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { resource } from '../../support/facts.ts';
import { postgresBinaries, startPostgres, type Postgres } from '../../support/postgres.ts';
import { snapshotOf, temporary, testServer } from '../../support/server.ts';

const binaries = await postgresBinaries();
const bin = fileURLToPath(new URL('../../../cli/bin.ts', import.meta.url));

/** Large enough that an upload takes several statements. */
const bytesOf = (name: string): Buffer => snapshotOf(Array.from({ length: 400 }, (_, index) => resource(`${name} ${index}`, { tags: { note: Math.sin(index).toString(36).repeat(8) } })));

async function allThere(store: Store, acknowledged: readonly string[]): Promise<void> {
  for (const id of acknowledged) assert.ok((await store.snapshots.get(id)) !== undefined, id);
  for (const { id, bytes } of (await store.snapshots.list({ offset: 0, limit: 500 })).items) {
    let read = 0;
    for await (const chunk of (await store.snapshots.read(id)) as AsyncIterable<Uint8Array>) read += chunk.length;
    assert.ok(read > 0 && bytes > read);
  }
}

describe('a store in PostgreSQL', { skip: binaries === undefined ? 'PostgreSQL is not installed, or this is not root' : false }, () => {
  let postgres: Postgres;
  before(async () => {
    postgres = await startPostgres(binaries ?? '');
  });
  after(() => postgres.remove());

  it('loses no acknowledged snapshot when PostgreSQL is killed during uploads, and the server goes on when it is back', async () => {
    const server = await testServer({ store: await openUrl(postgres.url), limits: { uploads: 50 } });
    const acknowledged: string[] = [];
    const statuses = new Set<number>();
    const upload = async (name: string): Promise<void> => {
      const answer = await server.app.inject({ method: 'POST', url: '/api/snapshots', headers: { host: 'localhost', 'content-type': 'application/gzip' }, body: bytesOf(name) });
      statuses.add(answer.statusCode);
      if (answer.statusCode === 201) acknowledged.push(answer.json<SnapshotInfo>().id);
    };
    for (let life = 0; life < 3; life++) {
      const before = acknowledged.length;
      const uploads = Array.from({ length: 24 }, (_, index) => upload(`life ${life}, ${index}`));
      while (acknowledged.length < before + 4) await pause(2);
      await postgres.kill();
      await Promise.all(uploads);
      assert.equal((await server.app.inject({ url: '/api/snapshots', headers: { host: 'localhost' } })).statusCode, 503);
      await postgres.start();
    }
    assert.deepEqual([...statuses].sort(), [201, 503], server.log.filter((line) => line.includes('"failed"')).slice(0, 3).join(''));
    await upload('afterwards');
    assert.equal((await server.app.inject({ url: '/api/health', headers: { host: 'localhost' } })).statusCode, 200);
    await allThere(server.store, acknowledged);
    await server.close();
  });

  it('loses no acknowledged snapshot when the server is killed during uploads', async () => {
    const acknowledged: string[] = [];
    for (let life = 0; life < 2; life++) {
      const child = spawn(process.execPath, [bin, 'serve', '--port', '0', '--no-config-lookup', '--no-worker', '--database-url', postgres.url], { cwd: await temporary(), stdio: ['ignore', 'pipe', 'ignore'] });
      const url = await new Promise<string>((done) => {
        let said = '';
        child.stdout.on('data', (chunk) => {
          const [, found] = /Listening on (\S+)/.exec((said += String(chunk))) ?? [];
          if (found !== undefined) done(found);
        });
      });
      const ended = new Promise((done) => child.once('close', done));
      const before = acknowledged.length;
      await Promise.all(Array.from({ length: 24 }, async (_, index) => {
        const answer = await fetch(`${url}/api/snapshots`, { method: 'POST', headers: { 'content-type': 'application/gzip' }, body: new Uint8Array(bytesOf(`server ${life}, ${index}`)) }).catch(() => undefined);
        if (answer?.status === 201) acknowledged.push(((await answer.json().catch(() => ({}))) as SnapshotInfo).id);
        if (acknowledged.length > before + 3) child.kill('SIGKILL');
      }));
      child.kill('SIGKILL');
      await ended;
    }
    const store = await openUrl(postgres.url);
    await allThere(store, acknowledged.filter((id) => id !== undefined));
    await store.close();
  });
});
