import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scanRunner } from '../../../cli/scan-runner.ts';
import { newScanSchema, type Job, type Scan } from '../../../server/jobs/api.ts';
import { startWorker, type ScanRunner, type WorkerOptions } from '../../../server/jobs/worker.ts';
import { nextRun } from '../../../server/store/scans.ts';
import { openFolder, openUrl } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { resource } from '../../support/facts.ts';
import { snapshotOf, temporary } from '../../support/server.ts';

const actor = { who: 'tester', request: 'r1' };
const databaseUrl = process.env['REGIONREADY_TEST_DATABASE_URL'];
const scanOf = (given: object = {}) => newScanSchema.parse({ name: `scan ${Math.random()}`, aws: {}, ...given });
const noBody = async (): Promise<void> => undefined;

/** A runner that answers with a snapshot when it is let. */
function fakeRunner(work: ScanRunner['run']): ScanRunner {
  return { run: work, clear: noBody };
}
const result = (name: string) => ({ open: () => Readable.from([snapshotOf([resource(name)])]), complete: true, notes: ['3 facts'], discard: noBody });

async function until<T>(what: () => Promise<T | undefined | false>, seconds = 20): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await after(30)) {
    const found = await what();
    if (found !== undefined && found !== false) return found;
  }
  throw new Error('it did not come to be');
}
const isIn = (store: Store, job: Job, state: Job['state']) => async (): Promise<Job | false> => {
  const now = await store.jobs.get(job.id);
  return now?.state === state && now;
};

function contract(name: string, open: () => Promise<Store>, skip: string | false): void {
  describe(`jobs in ${name}`, { skip }, () => {
    const worker = (store: Store, runner: ScanRunner, more: Partial<WorkerOptions> = {}) => startWorker({ store, runner, judge: noBody, snapshotBytes: 1e9, report: (thrown) => assert.fail(String(thrown)), leaseMs: 6000, pollMs: 20, ...more });
    const it_ = (what: string, test: (store: Store) => Promise<void>) => it(what, async () => {
      const store = await open();
      try {
        await test(store);
      } finally {
        await store.close();
      }
    });
    const started = async (store: Store): Promise<{ scan: Scan; job: Job }> => {
      const scan = (await store.scans.define(scanOf(), actor)) as Scan;
      return { scan, job: (await store.jobs.enqueue(scan.id, actor)) as Job };
    };

    it_('run once, whoever asks and however many processes there are, and tell what they do', async (store) => {
      const { scan, job } = await started(store);
      assert.equal((await store.jobs.enqueue(scan.id, actor))?.id, job.id);
      assert.equal(await store.jobs.enqueue('none', actor), undefined);
      let runs = 0;
      const judged: string[] = [];
      const workers = [1, 2, 3].map(() => worker(store, fakeRunner(async ({ name: content }, _job, { tell }) => {
        runs += 1;
        tell('halfway');
        await after(900);
        return result(content);
      }), { judge: async (snapshot) => void judged.push(snapshot) }));
      const done = await until(isIn(store, job, 'done'));
      await Promise.all(workers.map((each) => each.close()));
      assert.deepEqual([runs, done.attempt, done.complete, done.madeBy], [1, 1, true, 'tester']);
      assert.equal((await store.snapshots.get(done.snapshot ?? ''))?.uploadedBy, `scan ${scan.name}`);
      const events = await store.jobs.events(job.id, 0);
      assert.deepEqual(events.map(({ text }) => text), ['queued', 'running', 'halfway', '3 facts', 'done']);
      assert.deepEqual(events.map(({ place }) => place), [1, 2, 3, 4, 5]);
      assert.equal((await store.jobs.events(job.id, 4)).length, 1);
      assert.equal(await store.scans.remove(scan.id, actor), true);
      assert.equal(await store.jobs.get(job.id), undefined);
    });

    it_('whose process is gone are taken over, and what the old one still says counts for nothing', async (store) => {
      const { scan, job } = await started(store);
      const first = await store.jobs.claim('dead', 50);
      assert.equal(first?.id, job.id);
      const lease = { job: job.id, worker: 'dead', attempt: 1 };
      assert.equal(await store.jobs.claim('other', 50), undefined);
      await after(120);
      const second = await store.jobs.claim('other', 1e6);
      assert.deepEqual([second?.id, second?.attempt, second?.problem], [job.id, 2, 'the process that ran it ended']);
      assert.equal(await store.jobs.renew(lease, 50), 'lost');
      assert.equal(await store.jobs.end(lease, { state: 'done', snapshot: '0'.repeat(64), complete: true }), false);
      await store.jobs.tell(lease, { kind: 'note', text: 'from the dead' });
      assert.ok((await store.jobs.events(job.id, 0)).every(({ text }) => text !== 'from the dead'));
      await store.scans.remove(scan.id, actor);
    });

    it_('are cancelled while they wait and while they run', async (store) => {
      const { scan, job } = await started(store);
      assert.equal(await store.jobs.cancel(job.id, actor), 'cancelled');
      assert.deepEqual([await store.jobs.cancel(job.id, actor), await store.jobs.cancel('none', actor)], ['over', 'unknown']);
      const second = (await store.jobs.enqueue(scan.id, actor)) as Job;
      const running = worker(store, fakeRunner((_scan, _job, { signal }) => new Promise((_done, failed) => signal.addEventListener('abort', () => failed(new Error('stopped'))))));
      await until(isIn(store, second, 'running'));
      assert.equal(await store.jobs.cancel(second.id, actor), 'cancelled');
      await until(isIn(store, second, 'cancelled'));
      await running.close();
      await store.scans.remove(scan.id, actor);
    });

    it_('that fail are tried again later, and given up in the end; a worker that is closed leaves its job to others', async (store) => {
      const { scan, job } = await started(store);
      await store.jobs.claim('w', 1e6);
      assert.equal(await store.jobs.end({ job: job.id, worker: 'w', attempt: 1 }, { state: 'failed', problem: 'no', final: false }), true);
      assert.equal(await store.jobs.claim('w', 1e6), undefined);
      assert.ok(Date.parse((await store.jobs.get(job.id))?.notBefore ?? '') > Date.now() + 10_000);
      assert.deepEqual([(await store.jobs.get(job.id))?.state, (await store.jobs.get(job.id))?.problem], ['queued', 'no']);
      await store.jobs.cancel(job.id, actor);
      const second = (await store.jobs.enqueue(scan.id, actor)) as Job;
      const closing = worker(store, fakeRunner((_scan, _job, { signal }) => new Promise((_done, failed) => signal.addEventListener('abort', () => failed(new Error('stopped'))))));
      await until(isIn(store, second, 'running'));
      await closing.close();
      assert.deepEqual([(await store.jobs.get(second.id))?.state, (await store.jobs.get(second.id))?.problem], ['queued', 'the process that ran it was closed']);
      await store.scans.remove(scan.id, actor);
    });

    it_('are made when their time has come, once, by whichever process sees it', async (store) => {
      const scan = (await store.scans.define(scanOf({ every: '1h', from: new Date(Date.now() + 150).toISOString() }), actor)) as Scan;
      assert.equal(await store.scans.define({ ...scanOf(), name: scan.name }, actor), undefined);
      await store.scans.schedule();
      assert.equal((await store.jobs.list({ offset: 0, limit: 5, scan: scan.id })).total, 0);
      await after(200);
      await Promise.all([1, 2, 3].map(() => store.scans.schedule()));
      const { items } = await store.jobs.list({ offset: 0, limit: 5, scan: scan.id });
      assert.deepEqual(items.map(({ madeBy, state }) => [madeBy, state]), [['schedule', 'queued']]);
      const next = Date.parse((await store.scans.get(scan.id))?.next ?? '');
      assert.equal(next, Date.parse(scan.from ?? '') + 3_600_000);
      await store.scans.remove(scan.id, actor);
    });
  });
}

contract('a folder', async () => openFolder(await temporary()), false);
contract('PostgreSQL', () => openUrl(databaseUrl ?? ''), databaseUrl === undefined ? 'REGIONREADY_TEST_DATABASE_URL names no database' : false);

describe('a schedule', () => {
  it('counts from its beginning, and makes up for nothing that was missed', () => {
    const at = (text: string) => Date.parse(`2030-01-${text}Z`);
    const daily = { every: '1d', from: '2030-01-01T02:00:00Z' };
    assert.equal(nextRun(daily, at('01T00:00:00')), at('01T02:00:00'));
    assert.equal(nextRun(daily, at('01T02:00:00.001')), at('02T02:00:00'));
    assert.equal(nextRun(daily, at('09T23:00:00')), at('10T02:00:00'));
  });
});

describe('a scan of a job', () => {
  const job = { id: 'j1' } as Job;
  const quiet = { tell: () => undefined, signal: new AbortController().signal };

  it('reads the folders that it may, in a process of its own', async () => {
    const root = await temporary();
    await mkdir(join(root, 'infra'));
    await writeFile(join(root, 'infra', 'main.py'), 'client = boto3.client("s3", region_name="us-east-1")\n');
    const runner = scanRunner({ folder: await temporary(), root, options: ['--no-config-lookup'] });
    const told: string[] = [];
    const made = await runner.run({ ...scanOf({ aws: undefined, paths: ['infra'] }), id: 's', madeAt: '', madeBy: '' }, job, { ...quiet, tell: (text) => told.push(text) });
    const store = await openFolder(await temporary());
    const { snapshot } = await store.snapshots.put(made.open(), { name: 'x', maxBytes: 1e9 }, actor);
    assert.ok(snapshot.facts > 0);
    assert.ok(told.some((text) => text.includes('Writing the snapshot')), told.join());
    await made.discard();
    await store.close();
  });

  it('reads nothing else: no path, link or option leads out', async () => {
    const root = await temporary();
    await symlink('/etc', join(root, 'link'));
    await writeFile(join(root, '--config=x'), '');
    const run = (paths: string[], folder: string | undefined = root) => scanRunner({ folder: root, root: folder, options: [] }).run({ ...scanOf(), aws: undefined, paths, id: 's', madeAt: '', madeBy: '' } as Scan, job, quiet);
    await assert.rejects(run(['link']), { code: 'RR904' });
    await assert.rejects(run(['none']), { code: 'RR904' });
    await assert.rejects(run(['..']), { code: 'RR904' });
    for (const paths of [['../x'], ['/etc'], ['a/../../b'], ['a\nb']]) assert.equal(newScanSchema.safeParse({ name: 'x', paths }).success, false);
    for (const aws of [{ role: '--push=http://evil' }, { profile: 'a b' }, { endpointUrl: 'http://evil' }, { accounts: ['1'] }, { regions: ['--aws'] }]) assert.equal(newScanSchema.safeParse({ name: 'x', aws }).success, false, JSON.stringify(aws));
  });
});

describe('a process that runs jobs', () => {
  const child = fileURLToPath(new URL('../../support/dying-worker.ts', import.meta.url));
  async function dies(place: string, open: () => Promise<Store>): Promise<void> {
    const store = await open();
    const scan = (await store.scans.define(scanOf({ judge: [{ target: 'eu-west-1' }] }), actor)) as Scan;
    const job = (await store.jobs.enqueue(scan.id, actor)) as Job;
    // One life after the other, each killed a little later: in the scan, while the snapshot is kept, and after that.
    for (const at of ['scan', 'upload', 'judge']) {
      const { signal, stderr } = spawnSync(process.execPath, [child, place, at], { encoding: 'utf8', timeout: 30_000 });
      assert.equal(signal, 'SIGKILL', `${at}: ${stderr}`);
      assert.equal((await store.jobs.get(job.id))?.state, 'running');
      assert.equal((await store.snapshots.list({ offset: 0, limit: 500 })).items.filter(({ name }) => name === scan.name).length, at === 'judge' ? 1 : 0);
    }
    const last = spawnSync(process.execPath, [child, place, 'never'], { encoding: 'utf8', timeout: 30_000 });
    assert.equal(last.status, 0, last.stderr);
    const done = await store.jobs.get(job.id);
    assert.deepEqual([done?.state, done?.attempt], ['done', 4]);
    const kept = (await store.snapshots.list({ offset: 0, limit: 500 })).items.filter(({ name }) => name === scan.name);
    assert.deepEqual(kept.map(({ id }) => id), [done?.snapshot]);
    let bytes = 0;
    for await (const chunk of (await store.snapshots.read(done?.snapshot ?? '')) as Readable) bytes += (chunk as Uint8Array).length;
    assert.ok(bytes > 0);
    await store.scans.remove(scan.id, actor);
    await store.snapshots.remove(done?.snapshot ?? '', actor);
    await store.close();
  }

  it('may be killed anywhere: another begins again, and nothing is there twice or half', async () => {
    const folder = await temporary();
    await dies(folder, () => openFolder(folder));
    assert.deepEqual(await readdir(join(folder, 'uploads')), []);
  });
  it('the same in PostgreSQL', { skip: databaseUrl === undefined }, () => dies(databaseUrl ?? '', () => openUrl(databaseUrl ?? '')));
});
