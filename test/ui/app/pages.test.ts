import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { browser } from '../../support/browser.ts';
import { pagesForTests, seriousViolations, settled, watched } from '../../support/pages.ts';
import { shopSnapshot, testServer, upload, type TestServer } from '../../support/server.ts';

const wish = 'target=eu-central-1&strategy=warm-standby';

describe('the pages of the server', { timeout: 240_000 }, () => {
  let server: TestServer;
  let base = '';
  let chromium: Browser | undefined;
  before(async () => {
    server = await testServer({ pages: await pagesForTests() });
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

  const shown: Readonly<Record<string, RegExp>> = {
    overview: /Are we ready\?[^]*blocked[^]*Where to begin[^]*What breaks without eu-west-1\?[^]*checkout[^]*What can move first\?[^]*wave 1[^]*Readiness by service and category[^]*catalogue[^]*Targets side by side[^]*Coverage/,
    services: /When home is lost[^]*catalogue/,
    'services&service=catalogue': /Back in \(RTO\)[^]*What holds it back[^]*Objectives and owner[^]*Resources/,
    findings: /data-rds-managed-secret-block/,
    'findings&group=category': /Findings by category[^]*Data stores/,
    graph: /platform/,
    plan: /When what moves[^]*Foundations[^]*Wave 1/,
    'simulate&lose=eu-west-1': /What is left[^]*Order of recovery/,
    'simulate&matrix=true': /Services by lost region[^]*checkout/,
    'regions&targets=eu-central-1,eu-north-1&table=true': /Where what we use is offered[^]*Europe \(Frankfurt\)[^]*Candidates, best first[^]*AWS services by region/,
    snapshots: /Add a snapshot[^]*Snapshots, newest first[^]*estate/,
    scans: /No scan is defined[^]*No scan has run yet/,
    rules: /artifact-ami-missing/,
    'rules&rule=data-s3-no-crr': /Why it matters[^]*Examples with a gap[^]*ReplicationConfiguration/,
  };
  /** What is wide scrolls by itself. The frame is laid out anew a moment after the window changed. */
  async function staysWithin(page: Page, width: number): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    const taken = (): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth');
    for (const until = Date.now() + 3000; (await taken()) > width && Date.now() < until; ) await page.waitForTimeout(100);
    assert.ok((await taken()) <= width, `the page takes ${await taken()} of ${width} pixels`);
  }

  for (const dark of [false, true]) {
    for (const [place, text] of Object.entries(shown)) {
      // In the dark only colours differ: the widest pages are enough.
      if (dark && !/^(?:overview|regions|findings$|plan)/.test(place)) continue;
      const [name = '', ...query] = place.split('&');
      it(`show ${place.replaceAll('&', ' ')}${dark ? ', dark' : ''}`, async (t) => {
        chromium ??= await browser(t);
        if (chromium === undefined) return;
        const page = await chromium.newPage({ viewport: { width: 1400, height: 1000 }, colorScheme: dark ? 'dark' : 'light' });
        const wrong = watched(page, base);
        await page.goto(`${base}/#/${name}?${[wish, ...query].join('&')}`);
        const main = page.locator('#app');
        const until = Date.now() + 30_000;
        while (!text.test((await main.textContent()) ?? '') && Date.now() < until) await page.waitForTimeout(100);
        assert.match((await main.textContent()) ?? '', text);
        await settled(page);
        assert.deepEqual(wrong, []);
        assert.deepEqual(await seriousViolations(page), []);
        for (const width of dark ? [] : [800, 420]) await staysWithin(page, width);
        await page.close();
      });
    }
  }
});
