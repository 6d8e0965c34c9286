import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { html } from '../../../cli/formats/html.ts';
import { browser as launch } from '../../support/browser.ts';
import { hostileSample } from '../../support/hostile.ts';
import { sampleReadiness, type Sample } from '../../support/sample-readiness.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const small = sampleReadiness({ services: 14, resources: 400 });
const gaps = small.readiness.judgements.filter(({ state }) => state === 'gap');

let chromium: Browser | undefined;
let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});
after(() => chromium?.close());

/** What the page said and asked for while it was open. */
interface Opened {
  readonly page: Page;
  readonly said: string[];
  readonly asked: string[];
  readonly address: string;
}

/** Runs a test on the page in a fresh context; it must stay silent and ask for nothing but itself. */
async function open(t: TestContext, given: { readonly sample?: Sample; readonly hash?: string; readonly context?: BrowserContextOptions }, test: (opened: Opened) => Promise<void>): Promise<void> {
  chromium ??= await launch(t);
  if (chromium === undefined) return;
  const { sample = small, hash = '', context: options = {} } = given;
  const path = join(folder, `${t.name.replace(/\W+/g, '-')}.html`);
  await writeFile(path, html(sample.readiness, sample.extras));
  const address = pathToFileURL(path).href;
  const context = await chromium.newContext({ viewport: { width: 1300, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const [said, asked]: [string[], string[]] = [[], []];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('request', (request) => asked.push(request.url().replace(/#.*/, '')));
  await page.goto(address + hash);
  if (options.javaScriptEnabled !== false) await page.waitForSelector('html[data-ready=yes]', { timeout: 15_000 });
  await test({ page, said, asked, address });
  assert.deepEqual(said, []);
  assert.deepEqual(asked.filter((url) => url !== address), []);
  await context.close();
}

const resultOf = (page: Page): Promise<string> => page.locator('#finding-result').innerText();

/** Violations that keep people out, in the words of axe. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }> } };
    const result = await run.run();
    return result.violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join(' | ')}`);
  });
}

describe('html report in a browser', { timeout: 240_000 }, () => {
  it('opens, says nothing and asks for nothing', (t) => open(t, {}, async ({ page }) => {
    assert.match(await page.title(), /^Not ready: \d+ blockers? – Shop → eu-central-1$/);
    assert.equal(await page.locator('#service-table tbody tr').count(), 14);
    assert.equal(await page.evaluate(() => (globalThis as { cytoscape?: unknown }).cytoscape), undefined);
  }));

  it('filters findings, and keeps the filter in its address', (t) => open(t, {}, async ({ page, address }) => {
    await page.locator('#filter label', { hasText: 'Critical' }).click();
    const critical = gaps.filter(({ severity }) => severity === 'critical');
    await page.waitForFunction(() => location.hash.includes('critical'));
    assert.match(await resultOf(page), new RegExp(`^${critical.length} gaps of ${new Set(critical.map(({ rule }) => rule)).size} causes$`));
    const [{ service } = { service: '' }] = critical;
    await page.locator('#filter [name=service]').selectOption(service);
    await page.waitForFunction(() => location.hash.includes('service='));
    const here = critical.filter((judgement) => judgement.service === service).length;
    assert.match(await resultOf(page), new RegExp(`^${here} gaps? of`));
    const hash = await page.evaluate(() => location.hash);
    await page.goto('about:blank');
    await page.goto(address + hash);
    await page.waitForSelector('html[data-ready=yes]');
    assert.match(await resultOf(page), new RegExp(`^${here} gaps? of`));
    assert.equal(await page.locator('#filter [name=service]').inputValue(), service);
    await page.locator('#filter button[type=reset]').click();
    await page.waitForFunction(() => location.hash === '#findings');
    assert.match(await resultOf(page), new RegExp(`^${gaps.length} gaps of`));
    await page.locator('#filter [name=q]').fill('no such thing');
    await page.waitForFunction(() => document.querySelector('#finding-groups .empty') !== null);
  }));

  it('shows other verdicts with what would answer them, and why they are exempt', (t) => open(t, { hash: '#findings?state=unknown' }, async ({ page }) => {
    assert.match(await resultOf(page), new RegExp(`^${small.readiness.counts.unknown} unknown verdicts`));
    assert.match(await page.locator('.cause').first().innerText(), /Would answer/);
    await page.locator('#filter label', { hasText: 'Exempt' }).click();
    await page.waitForFunction(() => location.hash.includes('exempt'));
    assert.match(await page.locator('.cause').first().innerText(), /its data can be lost or made again/);
  }));

  it('leads from an address to a rule, a finding and a service', (t) => open(t, { hash: '#rule-operations-iac-missing' }, async ({ page }) => {
    const cause = page.locator('#rule-operations-iac-missing');
    assert.equal(await cause.getAttribute('open'), '');
    const hidden = gaps.filter(({ rule }) => rule === 'operations-iac-missing').at(-1);
    assert.ok(hidden);
    await page.evaluate((mark) => { location.hash = `#f-${mark}`; }, hidden.fingerprint.slice(0, 12));
    await page.waitForSelector(`#f-${hidden.fingerprint.slice(0, 12)}`);
    assert.match(await page.locator(`#f-${hidden.fingerprint.slice(0, 12)}`).innerText(), new RegExp(hidden.title));
    const unknown = small.readiness.judgements.find(({ state }) => state === 'unknown')?.fingerprint.slice(0, 12) ?? '';
    await page.evaluate((mark) => { location.hash = `#f-${mark}`; }, unknown);
    await page.waitForSelector(`#f-${unknown}`);
    await page.evaluate(() => { location.hash = '#service-checkout'; });
    await page.waitForSelector('#service-checkout[open]');
    assert.match(await page.locator('#service-checkout').innerText(), /Needs at run time/);
  }));

  it('sorts and finds services', (t) => open(t, {}, async ({ page }) => {
    const first = (): Promise<string> => page.locator('#service-table tbody th').first().innerText();
    await page.locator('[data-sort=id]').click();
    assert.equal(await first(), small.readiness.services.map(({ id }) => id).sort()[0]);
    assert.equal(await page.locator('th[aria-sort]').getAttribute('aria-sort'), 'ascending');
    await page.locator('[data-sort=high]').click();
    const most = Math.max(...small.readiness.services.map(({ severities }) => severities.high ?? 0));
    assert.match(await page.locator('#service-table tbody tr').first().locator('[data-label=High]').innerText(), new RegExp(`^${most}$`));
    await page.locator('#service-tools [name=q]').fill('pay');
    await page.waitForFunction(() => document.querySelectorAll('#service-table tbody tr').length === 1);
    assert.equal(await first(), 'payments');
  }));

  it('works by keyboard alone', (t) => open(t, {}, async ({ page }) => {
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim().replace(/\s+/g, ' ') ?? '');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Skip to the report');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    await page.locator('#theme').focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.documentElement.dataset['theme']), 'light');
    await page.locator('.node').first().focus();
    const node = await page.locator('.node').first().getAttribute('data-node');
    assert.ok(await page.locator('.edge.on').count() > 0);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.service[open]');
    assert.match(await focused(), new RegExp(`^${node ?? ''}`));
    await page.locator('.cause > summary').nth(1).focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.cause').nth(1).getAttribute('open'), '');
    await page.locator('#filter [name=state]').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => location.hash.includes('state=unknown'));
  }));

  it('explores resources in a dialog that a drawing and a list share', (t) => open(t, { hash: '#service-pricing' }, async ({ page }) => {
    await page.locator('#service-pricing [data-explore]').click();
    await page.waitForSelector('#graph[open] .graph-canvas canvas');
    const drawn = (): Promise<number> => page.evaluate(() => {
      const [canvas] = [...document.querySelectorAll<HTMLCanvasElement>('.graph-canvas canvas')].slice(-1);
      const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return data.filter((value, index) => index % 4 === 3 && value > 0).length;
    });
    await page.waitForTimeout(300);
    assert.ok(await drawn() > 1000);
    assert.match(await page.locator('.graph-side').innerText(), /Points at/);
    const neighbour = page.locator('.graph-side [data-node]').first();
    const name = await neighbour.innerText();
    await neighbour.click();
    assert.equal(await page.locator('.graph-side h3').innerText(), name);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#graph').getAttribute('open'), null);
  }));

  it('pages through every verdict', (t) => open(t, {}, async ({ page }) => {
    await page.locator('#all-verdicts > summary').click();
    await page.waitForFunction(() => document.querySelectorAll('#verdict-table tbody tr').length === 100);
    await page.locator('[data-page="1"]').click();
    assert.match(await page.locator('#verdict-result').innerText(), /^101 to 200 of/);
    await page.locator('#verdict-tools [name=state]').selectOption('exempt');
    await page.waitForFunction((count) => document.querySelector('#verdict-result')?.textContent?.includes(`of ${count} verdicts`), small.readiness.counts.exempt);
  }));

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`keeps nobody out (${colorScheme})`, (t) => open(t, { context: { colorScheme } }, async ({ page }) => {
      for (const details of await page.locator('details:not(.kinds)').all()) await details.evaluate((element) => { (element as HTMLDetailsElement).open = true; });
      await page.waitForTimeout(200);
      assert.deepEqual(await violations(page), []);
    }));
  }

  it('fits a narrow screen and keeps nobody out there', (t) => open(t, { context: { viewport: { width: 360, height: 800 } } }, async ({ page }) => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 360);
    assert.deepEqual(await violations(page), []);
  }));

  it('says what matters without scripts', (t) => open(t, { context: { javaScriptEnabled: false } }, async ({ page }) => {
    assert.match(await page.locator('h1').innerText(), /^Not ready/);
    assert.equal(await page.locator('#service-table tbody tr').count(), 14);
    assert.equal(await page.locator('.cause').count(), new Set(gaps.map(({ rule }) => rule)).size);
    assert.equal(await page.locator('.script-only:visible').count(), 0);
  }));

  it('prints its findings and none of its tools', (t) => open(t, {}, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.tools:visible, #contents:visible, .top:visible').count(), 0);
    assert.ok(await page.locator('.subjects:visible').count() > 5);
  }));

  it('runs nothing that a hostile estate wrote', (t) => open(t, { sample: hostileSample() }, async ({ page }) => {
    await page.evaluate(() => { (globalThis as { pwned?: () => void }).pwned = () => console.error('pwned'); });
    for (const state of ['unknown', 'exempt', 'ready', 'gap']) {
      await page.evaluate((value) => { location.hash = `#findings?state=${value}&q=${encodeURIComponent('<img src=x onerror=pwned()>')}`; }, state);
      await page.waitForTimeout(60);
    }
    await page.evaluate(() => { location.hash = '#findings'; });
    await page.waitForFunction(() => document.querySelectorAll('.cause').length > 3);
    for (const details of await page.locator('.cause, .service, #all-verdicts').all()) await details.evaluate((element) => { (element as HTMLDetailsElement).open = true; });
    await page.locator('[data-explore]').first().click();
    await page.waitForTimeout(300);
    assert.equal(await page.locator('main img, main script, main iframe, [onerror], [onload], a[href^="javascript"]').count(), 0);
  }));

  it('opens 10,000 resources', (t) => open(t, { sample: sampleReadiness({ services: 167, resources: 10_000 }) }, async ({ page, said, asked }) => {
    const milliseconds = await page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))));
    t.diagnostic(`open after ${Math.round(milliseconds)} ms; ${said.length} messages, ${asked.length} requests`);
    assert.match(await resultOf(page), /^[\d,]+ gaps of \d+ causes$/);
  }));

  it('says that its data was cut, and shows the rest as without scripts', async (t) => {
    chromium ??= await launch(t);
    if (chromium === undefined) return;
    const path = join(folder, 'cut.html');
    await writeFile(path, html(small.readiness, small.extras).replace(/(id="data">[\w+/]{400})[^<]*/, '$1'));
    const page = await chromium.newPage();
    await page.goto(pathToFileURL(path).href);
    await page.locator('#failure').waitFor();
    assert.match(await page.locator('#failure').innerText(), /^The data of this report could not be opened/);
    assert.equal(await page.locator('.script-only:visible').count(), 0);
    await page.close();
  });
});
