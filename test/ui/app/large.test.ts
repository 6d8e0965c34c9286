import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { estateFacts } from '../../../bench/support/estate-facts.ts';
import { browser } from '../../support/browser.ts';
import { pagesForTests, settled, watched } from '../../support/pages.ts';
import { snapshotOf, testServer, upload, type TestServer } from '../../support/server.ts';

const wish = 'home=eu-west-1&target=eu-central-1&strategy=warm-standby';

describe('the pages over an estate of 10,000 resources', { timeout: 300_000 }, () => {
  let server: TestServer;
  let base = '';
  let chromium: Browser | undefined;
  before(async () => {
    server = await testServer({ pages: await pagesForTests() });
    await upload(server.app, snapshotOf(estateFacts(10_000).facts));
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    base = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await chromium?.close();
    await server.close();
  });

  const shown: Readonly<Record<string, RegExp>> = {
    overview: /Readiness by service and category \(1\d\d\)[^]*10,000/,
    services: /Services \(1\d\d\)/,
    findings: /Findings \(\d+,\d+\)/,
    'findings&group=service&state=unknown': /Findings by service \(1\d\d\)/,
    plan: /When what moves/,
    'simulate&lose=eu-west-1': /What is left/,
    regions: /AWS services by region/,
  };
  for (const [place, text] of Object.entries(shown)) {
    const [name = '', ...query] = place.split('&');
    it(`show ${place.replaceAll('&', ' ')} without more elements than a browser bears`, async (t) => {
      chromium ??= await browser(t);
      if (chromium === undefined) return;
      const page = await chromium.newPage({ viewport: { width: 1400, height: 1000 } });
      const wrong = watched(page, base);
      await page.goto(`${base}/#/${[`${name}?${wish}`, ...query].join('&')}`);
      await settled(page);
      assert.match((await page.locator('#app').innerText()).replace(/\s+/g, ' '), text);
      const elements = await page.evaluate<number>(`document.querySelectorAll('*').length`);
      assert.ok(elements < 15_000, `${elements}`);
      assert.deepEqual(wrong, []);
      await page.close();
    });
  }
});
