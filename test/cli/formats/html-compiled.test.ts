import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { html } from '../../../cli/formats/html.ts';
import { browser } from '../../support/browser.ts';
import { checkHtml } from '../../support/html-check.ts';
import { sampleReadiness } from '../../support/sample-readiness.ts';

const sample = sampleReadiness({ services: 5, resources: 60 });
/** The page without its script, whose white space and comments differ, and without the policy, which has its hash. */
const still = (page: string): string => page.replace(/<script>.*?<\/script>/s, '').replace(/sha256-[^&']+/g, '');

/** The package runs JavaScript that the compiler wrote; a checkout runs the sources. The page must be the same. */
describe('html report of the compiled code', { timeout: 120_000 }, () => {
  let page = '';
  let path = '';
  before(() => {
    const folder = mkdtempSync(join(tmpdir(), 'compiled-'));
    const config = { extends: resolve('tsconfig.build.json'), compilerOptions: { outDir: folder, rootDir: resolve('.'), types: ['node'], typeRoots: [resolve('node_modules/@types')] }, include: [], files: [resolve('cli/formats/html.ts')] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    execFileSync('tsc', ['-p', folder, '--noCheck'], { stdio: 'pipe', env: { ...process.env, PATH: `${resolve('node_modules/.bin')}:${process.env['PATH'] ?? ''}` } });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    symlinkSync(resolve('package.json'), join(folder, 'package.json'));
    writeFileSync(join(folder, 'sample.json'), JSON.stringify(sample));
    path = join(folder, 'report.html');
    writeFileSync(join(folder, 'run.mjs'), `
      import { readFileSync, writeFileSync } from 'node:fs';
      import { html } from './cli/formats/html.js';
      const { readiness, extras } = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
      writeFileSync(new URL('report.html', import.meta.url), html(readiness, extras));`);
    execFileSync(process.execPath, [join(folder, 'run.mjs')], { stdio: 'pipe' });
    page = readFileSync(path, 'utf8');
  });

  it('is the page that the sources write, but for the white space of its script', () => {
    assert.equal(still(page), still(html(sample.readiness, sample.extras)));
    const [script] = checkHtml(page).scripts;
    assert.doesNotThrow(() => new Script(script?.text ?? ')'));
  });

  it('opens', async (t) => {
    const chromium = await browser(t);
    if (chromium === undefined) return;
    try {
      const opened = await chromium.newPage();
      const said: string[] = [];
      opened.on('console', (message) => said.push(message.text()));
      opened.on('pageerror', (error) => said.push(error.message));
      await opened.goto(`${pathToFileURL(path).href}#findings?state=ready`);
      await opened.waitForSelector('html[data-ready=yes]');
      assert.match(await opened.locator('#finding-result').innerText(), /ready verdicts/);
      assert.deepEqual(said, []);
    } finally {
      await chromium.close();
    }
  });
});
