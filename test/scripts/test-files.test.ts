import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { it } from 'node:test';

/**
 * What needs neither processes nor a browser of its own shares one process, which saves most of the time. Browsers keep both processors of
 * a small machine busy, so that their files run one after another. Each file is in one list.
 */
it('every test file is run, and once', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
  const run = ['test:pure', 'test:rest', 'test:pages'].flatMap((name) => Array.from((scripts[name] ?? '').matchAll(/"([^"]+)"/g), ([, glob = '']) => globSync(glob))).flat();
  assert.deepEqual(run.sort(), globSync('test/**/*.test.ts').sort());
});
