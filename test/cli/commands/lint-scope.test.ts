import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import type { LintFinding } from '../../../cli/formats/lint-report.ts';
import { folderWith, runCli, type Ran } from '../../support/io.ts';

let cwd = '';
const git = (...args: readonly string[]): string => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(cwd, path)), { recursive: true });
  await writeFile(join(cwd, path), text);
};
const client = (name: string, region: string): string => `export const ${name} = new S3Client({ region: '${region}' });\n`;
const head = "import { S3Client } from '@aws-sdk/client-s3';\n";
const places = ({ stdout }: Ran): string[] => (JSON.parse(stdout) as { findings: LintFinding[] }).findings.map(({ path, line }) => `${path}:${line}`);
const lint = (...argv: readonly string[]): Promise<Ran> => runCli(['lint', '-f', 'json', '--rule', 'code-region-literal', ...argv], { cwd });

before(async () => {
  cwd = await folderWith({ 'src/old.ts': head + client('a', 'us-east-1') + client('b', 'us-east-2'), 'src/still.ts': head + client('c', 'us-west-1'), 'map.ts': `export const names = {\n  'us-east-1': 'ami-11111111',\n  'us-east-2': 'ami-22222222',\n  'us-west-2': 'ami-33333333',\n};\n` });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  git('checkout', '-q', '-b', 'work');
});

describe('lint --changed-since', () => {
  it('shows findings on changed lines and in new files, and of a construct whose line changed', async () => {
    await write('src/old.ts', `${head}// a line\n${client('a', 'us-east-1')}${client('b', 'eu-west-1')}`);
    await write('src/new file ä.ts', head + client('d', 'us-east-1'));
    git('commit', '-q', '-a', '-m', 'second');
    assert.deepEqual(places(await lint('--changed-since', 'main')), ['src/new file ä.ts:2', 'src/old.ts:4']);
    assert.deepEqual(places(await lint('--changed-since', 'main', 'src/old.ts')), ['src/old.ts:4']);
    assert.deepEqual(places(await runCli(['lint', '..', '-f', 'json', '--rule', 'code-region-literal', '--changed-since', 'main'], { cwd: join(cwd, 'src') })), ['new file ä.ts:2', 'old.ts:4']);
    assert.equal(places(await lint()).length, 4);
    const all = (ran: Ran): LintFinding[] => (JSON.parse(ran.stdout) as { findings: LintFinding[] }).findings.filter(({ path }) => path === 'map.ts');
    const whole = await runCli(['lint', '-f', 'json', '-t', 'eu-west-1'], { cwd });
    const construct = all(whole)[0];
    assert.ok(construct, 'the map lacks the target');
    await write('map.ts', `export const names = {\n  'us-east-1': 'ami-11111111',\n  'us-east-2': 'ami-22222222',\n  'us-west-2': 'ami-44444444',\n};\n`);
    const changed = all(await runCli(['lint', '-f', 'json', '-t', 'eu-west-1', '--changed-since', 'main'], { cwd }));
    assert.ok(changed.some(({ fingerprint }) => fingerprint === construct.fingerprint));
    git('checkout', '-q', '--', 'map.ts');
  });

  it('starts from where the branch was left, and passes where nothing changed', async () => {
    git('checkout', '-q', 'main');
    await write('src/still.ts', head + client('later', 'us-west-2'));
    git('commit', '-q', '-a', '-m', 'main went on');
    git('checkout', '-q', 'work');
    assert.ok(!places(await lint('--changed-since', 'main')).includes('src/still.ts:2'));
    const none = await lint('--changed-since', 'HEAD', 'src/old.ts');
    assert.deepEqual([none.code, places(none)], [0, []]);
  });

  it('says what is wrong with a commit, a folder or a combination', async () => {
    for (const ref of ['nowhere', '--output=x', '-h', 'a b', 'main..work', '', `x'; touch forged; '`]) {
      const ran = await lint(`--changed-since=${ref}`);
      assert.equal(ran.code, 2, ref);
      assert.match(ran.stderr, /^error\[RR103\]: There is no commit/);
    }
    assert.ok(!existsSync(join(cwd, 'forged')) && !existsSync(join(cwd, 'x')));
    assert.match((await runCli(['lint', '--changed-since', 'main'], { cwd: await folderWith({ 'a.ts': head }) })).stderr, /^error\[RR103\]: .* is in no git repository/);
    assert.match((await lint('--changed-since', 'main', '--staged')).stderr, /^error\[RR103\]/);
    assert.match((await lint('--changed-since', 'main', '--baseline', 'b.json', '--update-baseline')).stderr, /^error\[RR103\]/);
  });

  it('runs no program that the repository names', async () => {
    await write('.gitattributes', '*.ts filter=evil diff=evil\n');
    for (const [key, program] of [['filter.evil.clean', 'touch ran-clean; cat'], ['filter.evil.process', 'touch ran-process'], ['filter.evil.required', 'true'], ['diff.evil.command', 'touch ran-diff'], ['diff.evil.textconv', 'touch ran-textconv; cat'], ['core.fsmonitor', 'touch ran-monitor'], ['diff.external', 'touch ran-external']] as const) git('config', key, program);
    await write('src/old.ts', head + client('z', 'us-east-1'));
    const ran = await lint('--changed-since', 'main');
    assert.equal(ran.code, 1, ran.stderr);
    const staged = await lint('--staged');
    assert.equal(staged.code, 0, staged.stderr);
    for (const name of ['clean', 'process', 'diff', 'textconv', 'monitor', 'external']) assert.ok(!existsSync(join(cwd, `ran-${name}`)), name);
    for (const section of ['filter.evil', 'diff.evil']) git('config', '--remove-section', section);
    git('config', '--unset', 'core.fsmonitor');
    git('config', '--unset', 'diff.external');
    await rm(join(cwd, '.gitattributes'));
    git('checkout', '-q', '--', 'src/old.ts');
  });
});

describe('lint --staged', () => {
  it('judges what is staged, not the work tree', async () => {
    await write('src/staged.ts', head + client('s', 'us-east-1'));
    git('add', 'src/staged.ts');
    await write('src/staged.ts', 'export {};\n');
    await write('src/old.ts', head + client('w', 'ap-south-1'));
    await write('src/untracked.ts', head + client('u', 'ap-south-1'));
    for (const cache of ['--no-cache', '--cache-dir=.regionready-cache', '--cache-dir=.regionready-cache']) assert.deepEqual(places(await lint('--staged', cache)), ['src/staged.ts:2']);
    await rm(join(cwd, 'src/staged.ts'));
    assert.deepEqual(places(await lint('--staged')), ['src/staged.ts:2']);
    git('add', 'src/staged.ts');
    assert.deepEqual(places(await lint('--staged')), []);
  });

  it('works before the first commit', async () => {
    const folder = await folderWith({ 'a.ts': head + client('a', 'us-east-1') });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['add', '.'], { cwd: folder });
    assert.deepEqual(places(await runCli(['lint', '-f', 'json', '--staged'], { cwd: folder })), ['a.ts:2']);
  });
});
