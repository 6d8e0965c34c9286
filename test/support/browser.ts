import { existsSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { chromium, type Browser } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A headless Chromium of the system. Where there is none the test is skipped and says so; on CI, which installs one, it fails.
 * CHROME_PATH names one that stands elsewhere.
 */
export async function browser(t: Pick<TestContext, 'skip' | 'diagnostic'>): Promise<Browser | undefined> {
  const given = process.env['CHROME_PATH'];
  const executablePath = [...(given === undefined ? [] : [given]), ...places].find((path) => existsSync(path));
  if (executablePath === undefined) {
    const why = `no Chromium at ${places.join(', ')} and none named by CHROME_PATH`;
    if (process.env['CI'] === 'true') throw new Error(`${why}; on CI the browser tests must run`);
    t.diagnostic(`SKIPPED: ${why}. The page was not tested in a browser.`);
    t.skip(why);
    return undefined;
  }
  return chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
