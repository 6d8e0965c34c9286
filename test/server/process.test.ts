import assert from 'node:assert/strict';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page, SnapshotInfo } from '../../server/api.ts';
import { openFolder } from '../../server/store/open.ts';
import { resource } from '../support/facts.ts';
import { runCli } from '../support/io.ts';
import { snapshotOf, temporary } from '../support/server.ts';

const bin = fileURLToPath(new URL('../../cli/bin.ts', import.meta.url));

interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly url: string;
  readonly output: { out: string; err: string };
  readonly ended: Promise<number | null>;
}

async function start(data: string, ...more: string[]): Promise<Running> {
  const child = spawn(process.execPath, [bin, 'serve', '--port', '0', '--data', data, '--no-config-lookup', ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { out: '', err: '' };
  child.stderr.on('data', (chunk) => (output.err += String(chunk)));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const url = await new Promise<string>((done, failed) => {
    child.stdout.on('data', (chunk) => {
      output.out += String(chunk);
      const [, found] = /Listening on (\S+)/.exec(output.out) ?? [];
      if (found !== undefined) done(found);
    });
    void ended.then((code) => failed(new Error(`ended with ${code}: ${output.err}`)));
  });
  return { child, url, output, ended };
}

const post = (url: string, body: Buffer): Promise<Response> => fetch(`${url}/api/snapshots`, { method: 'POST', headers: { 'content-type': 'application/gzip' }, body: new Uint8Array(body) });

describe('the process of the server', () => {
  it('takes what scan pushes, with a token that it printed once, and ends in order', async () => {
    const folder = await temporary();
    const first = await start(join(folder, 'data'), '--token');
    const token = /rr_[\w-]{43}/.exec(first.output.out)?.[0] ?? '';
    await writeFile(join(folder, 'main.py'), 'client = boto3.client("s3", region_name="us-east-1")\n');
    const scan = (given: string) => runCli(['scan', 'main.py', '-o', 'estate.snapshot', '--push', first.url, '--no-config-lookup', '--quiet'], { cwd: folder, env: { REGIONREADY_TOKEN: given } });
    const refused = await scan('rr_wrong');
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /^error\[RR903\]: http:\/\/127\.0\.0\.1:\d+ answered 401: The token is unknown/);
    assert.deepEqual(await scan(token), { code: 0, stdout: '', stderr: '' });
    const { items } = (await (await fetch(`${first.url}/api/snapshots`, { headers: { authorization: `Bearer ${token}` } })).json()) as Page<SnapshotInfo>;
    assert.deepEqual(items.map(({ name }) => name), ['estate.snapshot']);
    first.child.kill('SIGTERM');
    assert.equal(await first.ended, 0);
    assert.ok(!first.output.err.includes(token));
    const second = await start(join(folder, 'data'), '--token');
    assert.doesNotMatch(second.output.out, /rr_/);
    assert.equal((await fetch(`${second.url}/api/snapshots`, { headers: { authorization: `Bearer ${token}` } })).status, 200);
    second.child.kill('SIGINT');
    assert.equal(await second.ended, 0);
  });

  it('loses no acknowledged snapshot when it is killed during uploads', async () => {
    const data = join(await temporary(), 'data');
    const acknowledged: string[] = [];
    for (let life = 0; life < 3; life++) {
      const { child, url, ended } = await start(data);
      const half = request(`${url}/api/snapshots`, { method: 'POST', headers: { 'content-type': 'application/gzip' } });
      half.on('error', () => undefined);
      half.write(snapshotOf([resource('half')]).subarray(0, 40));
      const uploads = Array.from({ length: 30 }, (_, index) =>
        post(url, snapshotOf([resource(`life ${life}, ${index}`)])).then(async (answer) => {
          if (answer.status === 201) acknowledged.push(((await answer.json()) as SnapshotInfo).id);
          if (acknowledged.length % 30 >= 8) child.kill('SIGKILL');
        }, () => undefined));
      await Promise.all(uploads);
      child.kill('SIGKILL');
      await ended;
    }
    assert.ok(acknowledged.length >= 3, String(acknowledged.length));
    const store = await openFolder(data);
    for (const id of acknowledged) assert.ok((await store.snapshots.get(id)) !== undefined, id);
    for (const { id } of (await store.snapshots.list({ offset: 0, limit: 500 })).items) {
      let bytes = 0;
      for await (const chunk of (await store.snapshots.read(id)) as Readable) bytes += (chunk as Uint8Array).length;
      assert.ok(bytes > 0);
    }
    await store.close();
  });

  it('refuses to be reached by others without tokens, and says what is wrong with its options', async () => {
    const serve = async (...argv: string[]) => (await runCli(['serve', '--no-config-lookup', ...argv], { cwd: await temporary() })).stderr;
    assert.match(await serve('--host', '0.0.0.0'), /^error\[RR902\]/);
    assert.match(await serve('--port', '99999'), /^error\[RR103\]/);
    assert.match(await serve('--data', '/dev/null/x'), /^error\[RR901\]/);
    assert.match((await runCli(['scan', '-o', 'x', '--push', 'http://example.com'], { cwd: await temporary(), env: { REGIONREADY_TOKEN: 'rr_x' } })).stderr, /in the clear/);
    assert.match((await runCli(['scan', '-o', 'x', '--push', 'ftp://example.com'], { cwd: await temporary() })).stderr, /^error\[RR103\]/);
  });
});
