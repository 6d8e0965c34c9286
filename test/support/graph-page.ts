import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { Browser, BrowserContextOptions, Download, Page } from 'playwright-core';
import { browser } from './browser.ts';
import { measuredPage } from './measured-page.ts';
import { pagesForTests, seriousViolations } from './pages.ts';
import { testServer, upload } from './server.ts';

/** The graph page in a browser, over a server that holds some snapshots. */
export interface GraphPages {
  /** Undefined where there is no browser. */
  open(t: Pick<TestContext, 'skip' | 'diagnostic'>, query: string, options?: BrowserContextOptions & { readonly drawn?: boolean }): Promise<GraphPage | undefined>;
  /** Ids of the snapshots, in the order in which they were given. */
  readonly snapshots: readonly string[];
  close(): Promise<void>;
}

export interface GraphPage {
  readonly page: Page;
  /** Errors of the console and of scripts, refused content, requests to elsewhere. */
  readonly wrong: string[];
  go(query: string): Promise<void>;
  /** Leaves the graph and comes back to it, without loading anything anew. */
  again(query: string): Promise<void>;
  /** Waits until the picture is drawn and coloured. */
  settled(): Promise<void>;
  exported(format: 'PNG' | 'SVG' | 'JSON'): Promise<Buffer>;
  seriousViolations(): Promise<string[]>;
  /** Milliseconds of CPU that the page's own thread has taken. */
  cpuTime(): Promise<number>;
  close(): Promise<void>;
}

/** Over a server of their own. */
export async function graphPages(snapshots: readonly Buffer[]): Promise<GraphPages> {
  const server = await testServer({ pages: await pagesForTests() });
  const ids: string[] = [];
  for (const body of snapshots) ids.push(await upload(server.app, body));
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  let chromium: Browser | undefined;
  const base = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  return {
    snapshots: ids,
    open: openOver(base, async (t) => (chromium ??= await browser(t))),
    async close() {
      await chromium?.close();
      await server.close();
    },
  };
}

/** Opens graph pages of a server that listens. */
export function openOver(base: string, launch: typeof browser): GraphPages['open'] {
  return async (t, query, { drawn = true, ...options } = {}) => {
    const chromium = await launch(t);
    if (chromium === undefined) return undefined;
    const opened = await graphPage(chromium, base, options);
    await opened.go(query);
    if (drawn) await opened.settled();
    return opened;
  };
}

async function graphPage(chromium: Browser, base: string, options: BrowserContextOptions): Promise<GraphPage> {
  const context = await chromium.newContext({ viewport: { width: 1400, height: 1000 }, acceptDownloads: true, ...options });
  const { page, session, wrong } = await measuredPage(context);
  page.on('request', (request) => (/^(?:data:|blob:)/.test(request.url()) || request.url().startsWith(base) ? undefined : wrong.push(request.url())));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.error(`refused: ${violatedDirective} ${blockedURI}`)));
  const settled = async (): Promise<void> => {
    await page.waitForSelector('.graph-stage[data-cards]', { timeout: 30_000 });
    await page.waitForFunction(() => document.querySelector('.graph-progress') === null && document.querySelector('.graph-legend strong')?.textContent?.endsWith('…') !== true, undefined, { timeout: 60_000 });
  };
  return {
    page, wrong, settled,
    go: async (query) => void (await page.goto(`${base}/#/graph?${query}`)),
    async again(query) {
      // A picture that still moves says a moment later where one looks, which can lead back once.
      const left = async (): Promise<boolean> => {
        await page.goto(`${base}/#/scans`);
        return page.waitForSelector('.graph-page', { state: 'detached', timeout: 3000 }).then(() => true, () => false);
      };
      if (!(await left()) && !(await left())) throw new Error(`the graph stays: ${page.url()}`);
      await page.goto(`${base}/#/graph?${query}`);
      await settled();
    },
    async exported(format) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem', { name: new RegExp(format) }).click();
      return contentOf(await download);
    },
    seriousViolations: () => seriousViolations(page),
    cpuTime: async () => ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000,
    close: () => context.close(),
  };
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
