import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { kindsIndex } from '../../scripts/generate/kinds-index.ts';
import { rulesIndex } from '../../scripts/generate/rules-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'regionready-new-'));
after(() => rmSync(folder, { recursive: true, force: true }));
symlinkSync(resolve('scripts'), join(folder, 'scripts'));

const make = (...args: string[]): ReturnType<typeof spawnSync> => spawnSync(process.execPath, [resolve('scripts/new.ts'), ...args], { cwd: folder, encoding: 'utf8' });
const exported = (path: string): string => /export const (\w+) =/.exec(readFileSync(join(folder, path), 'utf8'))?.[1] ?? '';

describe('npm run new', () => {
  it('exports what the registries import', () => {
    for (const id of ['data/tape-lost', 'code/tape-literal']) {
      assert.equal(make('rule', id).status, 0);
      assert.ok(rulesIndex([id.replace('/', '-')]).includes(`import { ${exported(`rules/${id}.ts`)} } from './${id}.ts';`), id);
    }
    assert.equal(make('kind', 'media-channel').status, 0);
    assert.equal(make('probe', 'media-channel').status, 0);
    assert.equal(exported('scanner/aws/probes/media-channel.ts'), 'mediaChannel');
    assert.ok(kindsIndex(['media-channel']).includes(`import { ${exported('model/kinds/media-channel.ts')} } from './media-channel.ts';`));
  });

  it('overwrites nothing and takes no other names', () => {
    for (const args of [['rule', 'data/tape-lost'], ['rule', 'tape'], ['rule', '../x/y'], ['kind', 'Tape'], ['kind'], ['constructor', 'x'], []]) assert.equal(make(...args).status, 2, args.join(' '));
  });
});
