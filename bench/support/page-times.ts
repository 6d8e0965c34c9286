import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildPages } from '../../scripts/pages.ts';
import { browser } from '../../test/support/browser.ts';
import { median } from './frames.ts';
import { serverChild } from './load.ts';
import { measuredPage } from '../../test/support/measured-page.ts';

export interface PageTime {
  readonly page: string;
  /** Milliseconds until all that the page begins with is there: for the first who opens it, whom nobody went before, and the median of those who follow. */
  readonly first: number;
  readonly warm: number;
  /** Milliseconds of the longest work that let the page answer nobody, and of CPU that its thread took. */
  readonly longest: number;
  readonly cpu: number;
  readonly elements: number;
  /** Errors of the console and of scripts. */
  readonly wrong: readonly string[];
}

/** How each page begins, and a part of it that is there only with an answer; what for is left to the configuration of the server. */
const pages: Readonly<Record<string, string>> = {
  overview: 'Readiness by service and category', services: 'Services (', findings: 'Findings (', regions: 'AWS services by region', plan: 'When what moves', 'simulate&lose=eu-west-1': 'What is left',
};

/** How long the pages take over a server of its own with a generated estate that it has prepared, as it does after every upload, in browsers that have nothing of it yet. A folder takes pictures of them. */
export async function pageTimes(size: number, { runs = 3, pictures }: { readonly runs?: number; readonly pictures?: string | undefined } = {}): Promise<{ readonly preparedMs: number; readonly megabytes: number; readonly pages: readonly PageTime[]; readonly unprepared: { readonly usefulMs: number; readonly judgedMs: number } }> {
  const folder = await mkdtemp(join(tmpdir(), 'regionready-bench-'));
  await buildPages(join(folder, 'pages'));
  const server = await serverChild('bench/support/serve-estate.ts', [join(folder, 'store'), String(size), '2', `${join(folder, 'pages')}/`]);
  const chromium = (await browser({ skip: () => undefined, diagnostic: (text) => console.error(text) })) as Browser;
  try {
    const times: PageTime[] = [];
    for (const [place, text] of Object.entries(pages)) {
      const [name = '', ...query] = place.split('&');
      const address = `${server.served.url}/#/${name}?${query.join('&')}`;
      const first = await opened(chromium, address, { text, picture: pictures === undefined ? undefined : join(pictures, `${name}-${size}.png`) });
      const warm: Opened[] = [];
      for (let run = 0; run < runs; run++) warm.push(await opened(chromium, address, { text }));
      times.push({ page: name, first: first.ms, warm: median(warm.map(({ ms }) => ms)), longest: median(warm.map(({ longest }) => longest)), cpu: median(warm.map(({ cpu }) => cpu)), elements: first.elements, wrong: [first, ...warm].flatMap(({ wrong }) => wrong) });
    }
    const unprepared = await judgedAnew(chromium, `${server.served.url}/#/overview?target=eu-west-3`);
    const { rss } = await server.fares();
    return { unprepared, preparedMs: server.served.preparedMs ?? Number.NaN, megabytes: rss / 1e6, pages: times };
  } finally {
    await chromium.close();
    await server.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of a target that nobody asked for before: until there is something to go on with, and until it is judged. */
async function judgedAnew(chromium: Browser, address: string): Promise<{ readonly usefulMs: number; readonly judgedMs: number }> {
  const context = await chromium.newContext({ viewport: { width: 1400, height: 1000 } });
  try {
    const page = await context.newPage();
    await page.goto(address);
    const useful = await page.waitForFunction(() => (/ in [\d,]+ service|Readiness by service/.test(document.querySelector('#content')?.textContent ?? '') ? performance.now() : false), undefined, { timeout: 300_000, polling: 'raf' });
    return { usefulMs: (await useful.jsonValue()) as number, judgedMs: await whenThere(page, 'Readiness by service and category') };
  } finally {
    await context.close();
  }
}

interface Opened {
  readonly ms: number;
  readonly longest: number;
  readonly cpu: number;
  readonly elements: number;
  readonly wrong: readonly string[];
}

async function opened(chromium: Browser, address: string, { text, picture }: { readonly text: string; readonly picture?: string | undefined }): Promise<Opened> {
  const context = await chromium.newContext({ viewport: { width: 1400, height: 1000 } });
  try {
    const { page, session, wrong } = await measuredPage(context);
    await page.addInitScript(() => {
      Object.assign(window, { longest: 0 });
      new PerformanceObserver((list) => Object.assign(window, { longest: Math.max((window as unknown as { longest: number }).longest, ...list.getEntries().map(({ duration }) => duration)) })).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(address);
    const ms = await whenThere(page, text);
    const { longest, elements } = await page.evaluate(() => ({ longest: (window as unknown as { longest: number }).longest, elements: document.querySelectorAll('*').length }));
    const cpu = ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
    if (picture !== undefined) await page.screenshot({ path: picture });
    return { ms, longest, elements, cpu, wrong };
  } finally {
    await context.close();
  }
}

/** Since the beginning of the navigation, looked at in every frame. */
async function whenThere(page: Page, text: string): Promise<number> {
  const there = await page.waitForFunction((wanted) => {
    if (document.querySelector('h1') === null || document.querySelector('.working, .answered.busy') !== null || document.querySelector('#app')?.textContent?.includes(wanted) !== true) return false;
    return performance.now();
  }, text, { timeout: 300_000, polling: 'raf' });
  return (await there.jsonValue()) as number;
}
