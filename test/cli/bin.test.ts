import assert from 'node:assert/strict';
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { writeSnapshot } from '../../cli/snapshot-file.ts';
import { resource } from '../support/facts.ts';
import { folderWith } from '../support/io.ts';

const bin = fileURLToPath(new URL('../../cli/bin.ts', import.meta.url));
const env = { ...process.env, REGIONREADY_TODAY: '2030-01-31', NO_COLOR: '1' };

const regionready = (argv: readonly string[], cwd?: string): SpawnSyncReturns<string> => spawnSync(process.execPath, [bin, ...argv], { encoding: 'utf8', env, cwd });

describe('the process', () => {
  it('exits with 0 for help, 2 for mistakes, with nothing of the mistake on stdout', () => {
    assert.equal(regionready(['--version']).status, 0);
    const wrong = regionready(['audit', 'nowhere', '--target', 'eu-west-1']);
    assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
    assert.match(wrong.stderr, /^error\[RR201\]: There is no nowhere\.\n {2}hint: /);
  });

  it('exits with the verdict: 1 for gaps, 0 where --fail-on lets them pass', async () => {
    const cwd = await folderWith({});
    await writeSnapshot(join(cwd, 'estate'), [resource('bucket', { resourceType: 'AWS::S3::Bucket', kind: 's3-bucket', attributes: { replication: [], versioning: false } })], 'test');
    const audit = ['audit', 'estate', '--home', 'us-east-1', '--target', 'eu-west-1', '--quiet'];
    const failed = regionready(audit, cwd);
    assert.equal(failed.status, 1, failed.stderr);
    assert.match(failed.stdout, /BLOCKED/);
    assert.equal(regionready([...audit, '--fail-on', 'none'], cwd).status, 0);
  });

  it('is not hurt by a reader that goes away', async () => {
    const child = spawn(process.execPath, [bin, 'rules', '--format', 'json'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    assert.equal(await new Promise((done) => child.on('close', done)), 0);
    assert.equal(stderr, '');
  });

  it('exits with 130 when interrupted', async () => {
    const cwd = await folderWith({ 'endless.mjs': 'process.stderr.write("started"); await new Promise(() => setInterval(() => undefined, 1000));' });
    const child = spawn(process.execPath, [bin, 'audit', '--config', 'endless.mjs'], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.once('data', () => child.kill('SIGINT'));
    assert.equal(await new Promise((done) => child.on('close', done)), 130);
  });
});
