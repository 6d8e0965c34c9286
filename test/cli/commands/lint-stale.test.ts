import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, it } from 'node:test';
import { folderWith, runCli, type Ran } from '../../support/io.ts';

const client = (name: string, region: string): string => `export const ${name} = new S3Client({ region: '${region}' });\n`;
const head = "import { S3Client } from '@aws-sdk/client-s3';\n";

let cwd = '';
const lint = (...argv: readonly string[]): Promise<Ran> => runCli(['lint', '--no-cache', ...argv], { cwd });
const subjects = async (): Promise<number> => (JSON.parse(await readFile(join(cwd, 'b.json'), 'utf8')) as { findings: unknown[] }).findings.length;

describe('a baseline that the code outgrew', () => {
  beforeEach(async () => {
    cwd = await folderWith({ 'a.ts': head + client('a', 'us-east-1'), 'b.ts': head + client('b', 'us-west-2') });
    assert.equal((await lint('--baseline', 'b.json', '--update-baseline')).code, 0);
    await writeFile(join(cwd, 'b.ts'), 'export {};\n');
  });

  it('fails only where that is asked for', async () => {
    assert.equal((await lint('--baseline', 'b.json')).code, 0);
    const ran = await lint('--baseline', 'b.json', '--fail-on-stale');
    assert.equal(ran.code, 1);
    assert.match(ran.stderr, /^1 gap of the baseline is not found any more: code-region-literal .*\. --prune-baseline removes it\.\n/);
  });

  it('is pruned of what is gone, and accepts nothing new by that', async () => {
    await writeFile(join(cwd, 'c.ts'), head + client('c', 'eu-west-3'));
    const ran = await lint('--baseline', 'b.json', '--prune-baseline');
    assert.match(ran.stderr, /Took 1 gap that is gone out of b\.json; 1 left\n/);
    assert.deepEqual([ran.code, await subjects()], [1, 1]);
    assert.match((await lint('--baseline', 'b.json', '--prune-baseline')).stderr, /^Every gap of b\.json is still there\.\n/m);
    assert.equal((await lint('--baseline', 'b.json', '--fail-on-stale', '--fail-on', 'none')).code, 0);
  });

  it('says which options exclude each other', async () => {
    assert.match((await lint('--prune-baseline')).stderr, /^error\[RR102\]: --prune-baseline needs to know which file/);
    assert.match((await lint('--baseline', 'b.json', '--prune-baseline', '--update-baseline')).stderr, /^error\[RR103\]/);
  });
});

describe('comments that accept nothing any more', () => {
  it('hold until the day they name, and are told from then on', async () => {
    cwd = await folderWith({ 'a.ts': `${head}// regionready-ignore code-region-literal -- the ledger moves until 2026-06-30\n${client('a', 'us-east-1')}` });
    const on = (day: string, ...argv: readonly string[]): Promise<Ran> => runCli(['lint', '--no-cache', ...argv], { cwd, env: { REGIONREADY_TODAY: day } });
    assert.equal((await on('2026-06-30', '--fail-on-stale')).code, 0);
    const after = await on('2026-07-01');
    assert.deepEqual([after.code, /expired/.test(after.stdout + after.stderr)], [1, true]);
    assert.equal((await on('2026-07-01', '--fail-on', 'none')).code, 0);
    assert.equal((await on('2026-07-01', '--fail-on', 'none', '--fail-on-stale')).code, 1);
  });

  it('are told where nothing is left to accept', async () => {
    cwd = await folderWith({ 'a.ts': `${head}// regionready-ignore code-region-literal -- the ledger stays\nexport const a = new S3Client({ region: process.env.AWS_REGION });\n` });
    assert.equal((await lint()).code, 0);
    const ran = await lint('--fail-on-stale');
    assert.equal(ran.code, 1);
    assert.match(ran.stdout + ran.stderr, /a\.ts:2/);
  });
});
