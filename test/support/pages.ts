import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { builtPages } from '../../cli/pages.ts';
import { buildPages } from '../../scripts/pages.ts';
import { buildReportPages } from '../../scripts/report-pages.ts';
import type { Pages } from '../../server/options.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The pages, built from the sources as they are. Test files that run at the same time build them once. */
export async function pagesForTests(): Promise<Pages> {
  const pages = await builtPages([`${await once('pages', (folder) => buildPages(folder))}/`]);
  assert.ok(pages !== undefined);
  return pages;
}

/** Path of the pages that a report is made of. */
export async function shellForTests(): Promise<string> {
  return join(await once('shell', (folder) => buildReportPages(join(folder, 'shell.html'))), 'shell.html');
}

/** Folder that `build` filled, made once for a state of the sources. */
async function once(name: string, build: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(tmpdir(), `regionready-test-${name}-${await stateOfSources()}`);
  const lock = `${folder}.lock`;
  for (const until = Date.now() + 120_000; ; ) {
    if (await stat(folder).then(() => true, () => false)) return folder;
    if (await mkdir(lock).then(() => true, () => false)) break;
    if (Date.now() > until) await rm(lock, { recursive: true, force: true });
    await after(200);
  }
  try {
    await build(`${folder}.making`);
    await rename(`${folder}.making`, folder);
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
  return folder;
}

async function stateOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const part of ['ui', 'model', 'graph', 'rules', 'scripts/pages.ts', 'scripts/report-pages.ts', 'package-lock.json']) {
    const path = join(root, part);
    const files = (await stat(path)).isDirectory() ? (await readdir(path, { recursive: true })).sort().map((file) => join(path, file)) : [path];
    for (const file of files) {
      const { size, mtimeMs } = await stat(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** What a page did that it may not: errors in the console, refused content, requests to elsewhere. */
export function watched(page: Page, base: string): string[] {
  const wrong: string[] = [];
  // Chromium's own word of a failed request does not say which: the answer does.
  page.on('console', (message) => (message.type() === 'error' && !message.text().startsWith('Failed to load resource') ? wrong.push(message.text()) : undefined));
  page.on('response', (response) => (response.status() >= 400 ? wrong.push(`${response.status()} ${response.url()}`) : undefined));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => (request.url().startsWith(base) || /^(?:data|blob):/.test(request.url()) ? undefined : wrong.push(request.url())));
  return wrong;
}

/** Waits until nothing is on its way. The policy of the pages forbids functions made of text, which Playwright's own waiting uses. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor({ timeout: 150_000 });
  for (const until = Date.now() + 150_000; Date.now() < until; await page.waitForTimeout(50)) {
    if ((await page.locator('.working, .answered.busy').count()) === 0) return;
  }
  throw new Error('The page was still waiting after 150 seconds.');
}

/** Goes on to another place within the page that is open, as a link does, and waits until it is there: nothing is loaded anew. */
export async function goOn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // The page hears of its new address a moment later, and shows at once that it waits.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  await settled(page);
}

/** Serious and critical violations that axe finds, in words. */
export async function seriousViolations(page: Page): Promise<string[]> {
  if ((await page.evaluate('typeof window.axe')) === 'undefined') await page.evaluate(await axe());
  const { violations } = await page.evaluate<{ violations: { id: string; impact: string | null; nodes: { html: string; any: { message: string }[] }[] }[] }>(`window.axe.run(document, { resultTypes: ['violations'] })`);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 200)} ${any[0]?.message.slice(0, 160) ?? ''}`).join(' | ')}`);
}

const axe = (): Promise<string> => readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
