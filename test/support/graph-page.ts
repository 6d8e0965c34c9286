import assert from 'node:assert/strict';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Browser, BrowserContextOptions, Download, Page } from 'playwright-core';
import { builtPages } from '../../cli/pages.ts';
import { buildPages } from '../../scripts/pages.ts';
import { browser } from './browser.ts';
import { testServer, upload, type TestServer } from './server.ts';
import { measuredPage } from './measured-page.ts';

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
  /** Waits until the picture is drawn and coloured. */
  settled(): Promise<void>;
  exported(format: 'PNG' | 'SVG' | 'JSON'): Promise<Buffer>;
  seriousViolations(): Promise<string[]>;
  /** Milliseconds of CPU that the page's own thread has taken. */
  cpuTime(): Promise<number>;
  close(): Promise<void>;
}

export async function graphPages(snapshots: readonly Buffer[]): Promise<GraphPages> {
  const folder = await mkdtemp(join(tmpdir(), 'regionready-graph-pages-'));
  await buildPages(folder);
  const pages = await builtPages([`${folder}/`]);
  assert.ok(pages !== undefined);
  const server: TestServer = await testServer({ pages });
  const ids: string[] = [];
  for (const body of snapshots) ids.push(await upload(server.app, body));
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const base = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  let chromium: Browser | undefined;
  return {
    snapshots: ids,
    async open(t, query, { drawn = true, ...options } = {}) {
      chromium ??= await browser(t);
      if (chromium === undefined) return undefined;
      const opened = await graphPage(chromium, base, options);
      await opened.go(query);
      if (drawn) await opened.settled();
      return opened;
    },
    async close() {
      await chromium?.close();
      await server.close();
    },
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
    async exported(format) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem', { name: new RegExp(format) }).click();
      return contentOf(await download);
    },
    async seriousViolations() {
      const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      const { violations } = await page.evaluate<{ violations: { id: string; impact: string | null; nodes: { html: string }[] }[] }>(`(() => { ${axe}; return window.axe.run(document, { resultTypes: ['violations'] }); })()`);
      return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
    },
    cpuTime: async () => ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000,
    close: () => context.close(),
  };
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
