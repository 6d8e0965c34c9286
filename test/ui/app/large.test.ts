import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { settled, watched } from '../../support/pages.ts';
import { lookedAt, type LookedAt } from '../../support/pages-server.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';

const wish = 'home=eu-west-1&target=eu-central-1&strategy=warm-standby';

describe('the pages over an estate of 10,000 resources', { timeout: 300_000 }, () => {
  let looked: LookedAt;
  before(async () => void (looked = await lookedAt()));

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
      const page = await (await sharedBrowser(t))?.newPage({ viewport: { width: 1400, height: 1000 } });
      if (page === undefined) return;
      const wrong = watched(page, looked.server.base);
      await page.goto(`${looked.server.base}/#/${[`${name}?${wish}&snapshot=${looked.large}`, ...query].join('&')}`);
      await settled(page);
      assert.match((await page.locator('#app').innerText()).replace(/\s+/g, ' '), text);
      const elements = await page.evaluate<number>(`document.querySelectorAll('*').length`);
      assert.ok(elements < 15_000, `${elements}`);
      assert.deepEqual(wrong, []);
      await page.close();
    });
  }
});
