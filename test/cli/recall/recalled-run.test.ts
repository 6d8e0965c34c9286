import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { recalledRun } from '../../../cli/recall/recalled-run.ts';
import { rememberedRun } from '../../../cli/recall/remembered-run.ts';
import { folderWith, memoryIo, type Around, type Ran } from '../../support/io.ts';

const client = (region: string): string => `import { S3Client } from '@aws-sdk/client-s3';\nimport { table } from './table.js';\nexport const s3 = new S3Client({ region: '${region}' });\n`;
const line = ['lint', '--quiet'];
/** Later than any file of the test: a run remembers only what had been at rest for two seconds. */
const later = (): number => Date.now() + 10_000;

async function remember(cwd: string, argv: readonly string[] = line, began = later()): Promise<Ran> {
  const { io, written } = memoryIo({ cwd });
  return { code: await rememberedRun(argv, io, began), ...written };
}

async function recall(cwd: string, argv: readonly string[] = line, around: Around = {}): Promise<Ran | undefined> {
  const { io, written } = memoryIo({ cwd, ...around });
  const code = await recalledRun(argv, io);
  return code === undefined ? undefined : { code, ...written };
}

const runsIn = async (cwd: string): Promise<string[]> => (await readdir(join(cwd, '.regionready-cache'))).filter((name) => name.startsWith('run-'));

let cwd = '';
let first: Ran;
before(async () => {
  cwd = await folderWith({ 'a.ts': client('us-east-1'), 'table.ts': "export const table = 'orders';\n", 'sub/b.py': 'region = "eu-west-1"\n' });
  await remember(cwd);
  first = await remember(cwd);
});

describe('a run that is told again', () => {
  it('says the same with the same verdict, as long as nothing has changed', async () => {
    assert.equal(first.code, 1);
    assert.match(first.stdout, /us-east-1/);
    assert.deepEqual(await recall(cwd), first);
  });

  it('is one of the same line, place, settings and day', async () => {
    for (const argv of [[], ['audit'], ['lint'], ['lint', '--quiet', '--no-cache'], ['lint', '--quiet', '--target', 'us-east-1']]) assert.equal(await recall(cwd, argv), undefined, argv.join(' '));
    for (const env of [{ REGIONREADY_TODAY: '2031-01-31' }, { FORCE_COLOR: '1' }]) assert.equal(await recall(cwd, line, { env }), undefined, JSON.stringify(env));
    assert.equal(await recall(join(cwd, 'sub')), undefined);
    assert.equal(await recall(cwd, line, { columns: 80 }), undefined);
  });

  const changes: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
    'a file': (folder) => writeFile(join(folder, 'a.ts'), client('us-west-1')),
    'a file that is new': (folder) => writeFile(join(folder, 'sub/new.ts'), client('us-west-1')),
    'a file that is gone': (folder) => rm(join(folder, 'a.ts')),
    'a file under another name': (folder) => rename(join(folder, 'a.ts'), join(folder, 'a.tsx')),
    'what is ignored': (folder) => writeFile(join(folder, '.gitignore'), 'a.ts\n'),
    'a configuration where none was': (folder) => writeFile(join(folder, 'regionready.config.json'), '{"home":["us-east-1"]}'),
    'a file that a name may lead to': (folder) => writeFile(join(folder, 'tsconfig.json'), '{}'),
  };
  for (const tracked of [false, true]) {
    for (const [what, change] of Object.entries(changes)) {
      it(`is run anew where ${what} changed ${tracked ? 'in a repository' : 'outside of git'}`, async () => {
        const folder = await folderWith({ 'a.ts': client('us-east-1'), 'sub/b.py': 'region = "eu-west-1"\n' });
        if (tracked) execFileSync('git', ['init', '-q'], { cwd: folder });
        // The folder of the cache is new at the first run, and the working directory with it.
        await remember(folder);
        await remember(folder);
        assert.ok(await recall(folder), 'remembered before');
        await change(folder);
        assert.equal(await recall(folder), undefined);
      });
    }
  }

  it('is none that was copied to its place, cut off, or written by hand', async () => {
    const [name = ''] = await runsIn(cwd);
    const path = join(cwd, '.regionready-cache', name);
    await copyFile(path, `${path}.copy`);
    await rename(`${path}.copy`, path);
    assert.equal(await recall(cwd), undefined);
    await writeFile(path, '{"format":"regionready/run/1","code":0}\n');
    assert.equal(await recall(cwd), undefined);
    assert.deepEqual(await remember(cwd), first);
    assert.deepEqual(await recall(cwd), first);
  });
});

describe('a run is not remembered', () => {
  const none = async (files: Readonly<Record<string, string>>, argv: readonly string[] = line, began = later()): Promise<void> => {
    const folder = await folderWith({ 'a.ts': client('us-east-1'), ...files });
    await remember(folder, argv, began);
    await remember(folder, argv, began);
    assert.equal(await recall(folder, argv), undefined);
  };

  it('if its files were changed a moment before', () => none({}, line, Date.now()));
  it('if its configuration is a program', () => none({ 'regionready.config.mjs': "export default { home: ['us-east-1'] };\n" }));
  it('if it wrote something', () => none({}, ['lint', '--format', 'json=report.json']));
  it('if it could not do its work', () => none({}, ['lint', 'nowhere']));

  it('if it had to begin its cache anew, which it says once', async () => {
    const folder = await folderWith({ 'a.ts': client('us-east-1') });
    await remember(folder, ['lint']);
    const cache = (await readdir(join(folder, '.regionready-cache'))).find((name) => name.startsWith('code')) ?? '';
    await writeFile(join(folder, '.regionready-cache', cache), 'cut off');
    const other = ['lint', '--fail-on', 'none'];
    assert.match((await remember(folder, other)).stderr, /begun anew/);
    assert.equal(await recall(folder, other), undefined);
  });

  it('but knows where links lead', async () => {
    const folder = await folderWith({ 'src/a.ts': client('us-east-1'), 'kept/config.yaml': 'home: [us-east-1]\n' });
    await symlink(join(folder, 'kept/config.yaml'), join(folder, 'regionready.config.yaml'));
    const argv = ['lint', '--quiet', 'src'];
    await remember(folder, argv);
    await remember(folder, argv);
    assert.ok(await recall(folder, argv));
    await writeFile(join(folder, 'kept/config.yaml'), 'home: [us-west-2]\n');
    assert.equal(await recall(folder, argv), undefined);
  });

  it('longer than seven others', async () => {
    for (let index = 0; index < 9; index += 1) await remember(cwd, ['lint', '--quiet', '--target', `eu-west-${index % 3 + 1}`, '--fail-on', index < 3 ? 'none' : index < 6 ? 'low' : 'high']);
    assert.equal((await runsIn(cwd)).length, 8);
  });
});
