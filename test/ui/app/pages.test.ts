import assert from 'node:assert/strict';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { builtPages } from '../../../cli/pages.ts';
import { buildPages } from '../../../scripts/pages.ts';
import { browser } from '../../support/browser.ts';
import { shopSnapshot, testServer, upload, type TestServer } from '../../support/server.ts';

const wish = 'target=eu-central-1&strategy=warm-standby';

describe('the pages of the server', { timeout: 240_000 }, () => {
  let server: TestServer;
  let base = '';
  let chromium: Browser | undefined;
  before(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regionready-pages-'));
    await buildPages(folder);
    const pages = await builtPages([`${folder}/`]);
    assert.ok(pages !== undefined);
    server = await testServer({ pages });
    await upload(server.app, await shopSnapshot());
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    base = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await chromium?.close();
    await server.close();
  });

  it('are served by their exact paths and nothing else', async () => {
    const status = async (url: string): Promise<number> => (await server.app.inject({ url, headers: { host: 'localhost' } })).statusCode;
    assert.equal(await status('/'), 200);
    for (const url of ['/assets/', '/assets/../package.json', '/assets/%2e%2e/package.json', '/index.html.map', '/..%2f..%2fetc/passwd']) assert.equal(await status(url), 404, url);
  });

  /** A page that fails the test for errors in the console, refused content and requests to elsewhere. */
  async function open(t: Parameters<typeof browser>[0], path: string): Promise<{ readonly page: Page; readonly wrong: string[] } | undefined> {
    chromium ??= await browser(t);
    if (chromium === undefined) return undefined;
    const page = await chromium.newPage({ viewport: { width: 1400, height: 1000 } });
    const wrong: string[] = [];
    page.on('console', (message) => (message.type() === 'error' ? wrong.push(message.text()) : undefined));
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('request', (request) => (request.url().startsWith(base) || request.url().startsWith('data:') ? undefined : wrong.push(request.url())));
    await page.goto(`${base}/#/${path}`);
    return { page, wrong };
  }

  const shown: Readonly<Record<string, RegExp>> = {
    overview: /Are we ready\?[^]*blocked[^]*catalogue/,
    services: /catalogue[^]*Migration wave/,
    findings: /data-rds-managed-secret-block/,
    graph: /The same as a table[^]*platform/,
    plan: /Foundations[^]*Wave 1/,
    'simulate&lose=eu-west-1': /Order of recovery/,
    'regions&targets=eu-central-1,eu-north-1': /Candidates, best first[^]*eu-central-1/,
    snapshots: /Snapshots, newest first[^]*estate/,
    rules: /data-s3-no-crr/,
  };
  for (const [place, text] of Object.entries(shown)) {
    const [name = '', ...query] = place.split('&');
    it(`show ${name}`, async (t) => {
      const opened = await open(t, `${name}?${[wish, ...query].join('&')}`);
      if (opened === undefined) return;
      const { page, wrong } = opened;
      const main = page.locator('#app');
      const until = Date.now() + 30_000;
      while (!text.test((await main.textContent()) ?? '') && Date.now() < until) await page.waitForTimeout(100);
      assert.match((await main.textContent()) ?? '', text);
      assert.deepEqual(wrong.filter((each) => !/style-src/.test(each)), []);
      const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      const { violations } = await page.evaluate<{ violations: { id: string; impact: string | null; nodes: { html: string }[] }[] }>(`(() => { ${axe}; return window.axe.run(document, { resultTypes: ['violations'] }); })()`);
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`), []);
      await page.close();
    });
  }

  it('lead from a service to its findings and from a finding to the code that closes it', async (t) => {
    const opened = await open(t, `overview?${wish}`);
    if (opened === undefined) return;
    const { page } = opened;
    await page.getByRole('link', { name: 'catalogue', exact: true }).click();
    await page.getByRole('link', { name: 'Findings' }).nth(1).click();
    await page.waitForURL(/findings\?.*service=catalogue/);
    await page.goto(`${base}/#/findings?${wish}&rule=data-s3-no-crr`);
    await page.getByRole('link', { name: /shop-media-exports/ }).click();
    await page.getByRole('tab', { name: 'terraform' }).click();
    await page.getByText('aws_s3_bucket_replication_configuration').first().waitFor();
    await page.close();
  });
});
