import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { UserError } from '../../model/errors.ts';
import { listFiles } from '../../scanner/files.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'regionready-files-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function git(folder: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'protocol.file.allow=always', ...args], { cwd: folder, stdio: 'ignore' });
}

const paths = async (base: string, asked?: readonly string[]): Promise<string[]> => (await listFiles({ base, scanner: 'code', ...(asked ? { paths: asked } : {}) })).files.map(({ path }) => path);

const ordinary = {
  '.gitignore': 'ignored/\n*.log\n!keep.log\n/root-only.ts\n',
  'b.ts': '', 'a.ts': '', 'root-only.ts': '', 'x.log': '', 'keep.log': '', 'ignored/c.ts': '', 'sub/root-only.ts': '', 'sub/.gitignore': 'd.ts\n', 'sub/d.ts': '', 'sub/Ignored/e.ts': '', 'node_modules/m/i.js': '',
};
const kept = ['.gitignore', 'a.ts', 'b.ts', 'keep.log', 'sub/.gitignore', 'sub/Ignored/e.ts', 'sub/root-only.ts'];

describe('listFiles', () => {
  it('takes no device for a file', async () => {
    const root = tree({ 'a.ts': '' });
    symlinkSync('/dev/zero', join(root, 'zero.yaml'));
    await assert.rejects(paths(root, ['zero.yaml']), { code: 'RR202' });
    assert.deepEqual(await paths(root), ['a.ts']);
  });

  it('reads a folder that git ignores if it is named', async () => {
    const root = tree({ '.gitignore': 'cdk.out/\n', 'app.ts': '', 'cdk.out/manifest.json': '{}' });
    git(root, 'init', '-q');
    assert.deepEqual(await paths(root), ['.gitignore', 'app.ts']);
    assert.deepEqual(await paths(root, ['cdk.out']), ['cdk.out/manifest.json']);
  });

  it('lists sorted what is not ignored, by walking where there is no repository', async () => {
    assert.deepEqual(await paths(tree(ordinary)), kept);
  });

  it('lists the same in a repository: tracked and untracked files', async () => {
    const root = tree({ ...ordinary, '.gitignore': `${ordinary['.gitignore']}node_modules\n` });
    git(root, 'init', '-q');
    git(root, 'add', 'a.ts');
    assert.deepEqual(await paths(root), kept);
  });

  it('lists below a folder of a repository, with paths from the base', async () => {
    const root = tree({ 'app/src/a.ts': '', 'app/b.ts': '', 'c.ts': '' });
    git(root, 'init', '-q');
    assert.deepEqual(await paths(root, ['app']), ['app/b.ts', 'app/src/a.ts']);
    assert.deepEqual(await paths(join(root, 'app'), ['src']), ['src/a.ts']);
  });

  it('lists a file that is named, even an ignored one, and each file once', async () => {
    const root = tree(ordinary);
    assert.deepEqual(await paths(root, ['ignored/c.ts', 'a.ts', 'a.ts']), ['a.ts', 'ignored/c.ts']);
  });

  it('refuses a path that does not exist', async () => {
    await assert.rejects(paths(tree({}), ['missing']), (error) => error instanceof UserError && error.code === 'RR201');
  });

  it('follows no symbolic links, and counts them', async () => {
    for (const init of [false, true]) {
      const root = tree({ 'a.ts': '', 'd/b.ts': '' });
      symlinkSync('..', join(root, 'd/loop'));
      symlinkSync('/etc/hosts', join(root, 'hosts.ts'));
      if (init) git(root, 'init', '-q');
      const listing = await listFiles({ base: root, scanner: 'code' });
      assert.deepEqual(listing.files.map(({ path }) => path), ['a.ts', 'd/b.ts'], `git: ${init}`);
      assert.equal(listing.symlinks, 2);
    }
  });

  it('counts tracked symbolic links', async () => {
    const root = tree({ 'a.ts': '' });
    symlinkSync('a.ts', join(root, 'b.ts'));
    git(root, 'init', '-q');
    git(root, 'add', '.');
    const listing = await listFiles({ base: root, scanner: 'code' });
    assert.deepEqual([listing.files.length, listing.symlinks], [1, 1]);
  });

  it('lists tracked files that are gone from the work tree, for the reader to find them gone', async () => {
    const root = tree({ 'a.ts': '', 'b.ts': '' });
    git(root, 'init', '-q');
    git(root, 'add', '.');
    unlinkSync(join(root, 'b.ts'));
    assert.deepEqual(await paths(root), ['a.ts', 'b.ts']);
  });

  it('follows repositories inside, and says which are not checked out', async () => {
    const inner = tree({ 'lib.ts': '' });
    git(inner, 'init', '-q');
    git(inner, 'add', '.');
    git(inner, 'commit', '-qm', 'x');
    const root = tree({ 'a.ts': '' });
    git(root, 'init', '-q');
    git(root, 'submodule', 'add', '-q', inner, 'sub');
    assert.deepEqual(await paths(root), ['.gitmodules', 'a.ts', 'sub/lib.ts']);
    rmSync(join(root, 'sub'), { recursive: true });
    mkdirSync(join(root, 'sub'));
    const { blindSpots } = await listFiles({ base: root, scanner: 'code' });
    assert.deepEqual(blindSpots.map(({ reason, source }) => [reason, source.file]), [['unreadable', 'sub']]);
  });

  it('runs no program that a repository names in its configuration', async () => {
    const root = tree({ 'a.ts': '' });
    const mark = join(root, 'ran');
    git(root, 'init', '-q');
    for (const key of ['core.fsmonitor', 'core.sshCommand', 'filter.x.clean', 'alias.ls-files']) git(root, 'config', key, `touch ${mark};`);
    mkdirSync(join(root, '.git/hooks'), { recursive: true });
    writeFileSync(join(root, '.git/hooks/post-index-change'), `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    assert.deepEqual(await paths(root), ['a.ts']);
  });

  it('asks git for each repository in a folder of repositories', async () => {
    const root = tree({ 'one/.gitignore': 'x.ts', 'one/x.ts': '', 'one/a.ts': '', 'two/b.ts': '', 'two/x.ts': '', 'c.ts': '' });
    git(join(root, 'one'), 'init', '-q');
    git(join(root, 'one'), 'add', '-f', 'x.ts');
    git(join(root, 'two'), 'init', '-q');
    assert.deepEqual(await paths(root), ['c.ts', 'one/.gitignore', 'one/a.ts', 'one/x.ts', 'two/b.ts', 'two/x.ts']);
  });

  it('walks by itself where git refuses or the repository is damaged', async () => {
    const root = tree({ 'a.ts': '', '.git/HEAD': 'broken' });
    assert.deepEqual(await paths(root), ['a.ts']);
  });

  it('says which folders it cannot read', { skip: process.getuid?.() === 0 ? 'root reads everything' : false }, async () => {
    const root = tree({ 'a.ts': '', 'closed/b.ts': '' });
    chmodSync(join(root, 'closed'), 0);
    const { blindSpots } = await listFiles({ base: root, scanner: 'code' });
    chmodSync(join(root, 'closed'), 0o755);
    assert.deepEqual(blindSpots.map(({ source }) => source.file), ['closed']);
  });

  it('keeps names with line breaks, quotes and other scripts', async () => {
    const names = ['a "b".ts', 'line\nbreak.ts', 'ü/漢字.ts'];
    const root = tree(Object.fromEntries(names.map((name) => [name, ''])));
    assert.deepEqual(await paths(root), names);
    git(root, 'init', '-q');
    assert.deepEqual(await paths(root), names);
  });
});
