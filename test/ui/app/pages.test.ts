import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { goOn, seriousViolations, watched } from '../../support/pages.ts';
import { lookedAt, type LookedAt } from '../../support/pages-server.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';

const wish = 'target=eu-central-1&strategy=warm-standby';

describe('the pages of the server', { timeout: 240_000 }, () => {
  let looked: LookedAt;
  before(async () => void (looked = await lookedAt()));

  /** One page for all places, first in the light, then in the dark: links of the pages load nothing anew either. */
  let opened: { readonly page: Page; readonly wrong: string[]; dark: boolean } | undefined;
  after(() => opened?.page.close());
  async function pageIn(dark: boolean, t: TestContext): Promise<NonNullable<typeof opened> | undefined> {
    if (opened?.dark === dark) return opened;
    await opened?.page.close();
    const page = await (await sharedBrowser(t))?.newPage({ viewport: { width: 1400, height: 1000 }, colorScheme: dark ? 'dark' : 'light' });
    return (opened = page && { page, wrong: watched(page, looked.server.base), dark });
  }

  it('are served by their exact paths and nothing else', async () => {
    const status = async (url: string): Promise<number> => (await looked.server.app.inject({ url, headers: { host: 'localhost' } })).statusCode;
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
    snapshots: /Add a snapshot[^]*Snapshots, newest first[^]*estate[^]*\d+ on resources/,
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
        const { page, wrong } = (await pageIn(dark, t)) ?? {};
        if (page === undefined) return;
        await page.setViewportSize({ width: 1400, height: 1000 });
        await goOn(page, `${looked.server.base}/#/${name}?${[wish, `snapshot=${looked.shop}`, ...query].join('&')}`);
        const main = page.locator('#app');
        const until = Date.now() + 30_000;
        while (!text.test((await main.textContent()) ?? '') && Date.now() < until) await page.waitForTimeout(100);
        assert.match((await main.textContent()) ?? '', text);
        assert.doesNotMatch(await main.innerText(), /`\w+`/, 'code is shown as code');
        assert.deepEqual(wrong, []);
        assert.deepEqual(await seriousViolations(page), []);
        for (const width of dark ? [] : [800, 420]) await staysWithin(page, width);
      });
    }
  }
});
