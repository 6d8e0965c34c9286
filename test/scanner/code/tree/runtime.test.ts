import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { readCode } from '../../../../scanner/code/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'regionready-runtime-'));
after(() => rmSync(folder, { recursive: true, force: true }));
/** What the engine compiles beside the program takes its memory later than the program takes its own. */
const tellMemory = `data:text/javascript,process.once('beforeExit',()=>setTimeout(()=>process.stderr.write('KB '+process.resourceUsage().maxRSS),2000))`;

describe('treeParser', () => {
  it('needs less than 600 MB for the largest grammar', () => {
    writeFileSync(join(folder, 'a.ps1'), 'Set-Region "us-east-1"\n');
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', tellMemory, resolve('cli/bin.ts'), 'lint', 'a.ps1', '--no-cache', '--no-config-lookup', '--format', 'json'], { cwd: folder, encoding: 'utf8' });
    assert.match(stdout, /us-east-1/);
    assert.ok(Number(/KB (\d+)$/.exec(stderr)?.[1]) < 600_000, stderr);
  });

  it('searches Kotlin without its syntax where angle brackets would take the square of their number, and says so', async () => {
    const read = async (depth: number): Promise<string[]> => {
      const text = `val a = ${'a<'.repeat(depth)}"us-east-1"${'>'.repeat(depth)}\n`;
      return (await readCode({ path: 'a.kt', language: 'kotlin', text })).map((fact) => (fact.type === 'blind-spot' ? fact.message : fact.type));
    };
    assert.deepEqual(await read(50), ['occurrence']);
    assert.deepEqual(await read(20_000), ['It takes too much effort to be parsed; its text was searched without its syntax.', 'occurrence']);
  });
});
