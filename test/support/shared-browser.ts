import { after, type TestContext } from 'node:test';
import type { Browser } from 'playwright-core';
import { browser } from './browser.ts';

let chromium: Browser | undefined;
after(async () => chromium?.close());

/** The browser of all tests of a process, which ends with them. Where there is none the test is skipped and says so. */
export async function sharedBrowser(t: Pick<TestContext, 'skip' | 'diagnostic'>): Promise<Browser | undefined> {
  return (chromium ??= await browser(t));
}
