import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { pagesReportFrom } from '../../../cli/formats/pages-report.ts';
import { plain } from '../../../cli/formats/terminal.ts';
import { ruleRegistry } from '../../../cli/registry.ts';
import { buildEstate } from '../../../graph/build.ts';
import { viewOf } from '../../../graph/view.ts';
import type { Readiness } from '../../../model/readiness.ts';
import { judge } from '../../../rules/judge.ts';
import { servicesFor } from '../../../rules/support/services-of.ts';
import { browser } from '../../support/browser.ts';
import { hostileFacts, hostileSample } from '../../support/hostile.ts';
import { goOn, seriousViolations, settled, shellForTests, watched } from '../../support/pages.ts';
import { sampleEstate } from '../../support/sample-estate.ts';
import { sampleReadiness } from '../../support/sample-readiness.ts';

const context = { rules: ruleRegistry, paint: plain, columns: 100, quiet: false, root: 'file:///work/', input: 'shop.snapshot' };

describe('the pages in one file', { timeout: 300_000 }, () => {
  let chromium: Browser | undefined;
  let shell = '';
  before(async () => {
    shell = await shellForTests();
  });
  after(async () => chromium?.close());

  async function write(readiness: Readiness, estate?: Pick<ReturnType<typeof sampleEstate>, 'view' | 'services'>): Promise<{ readonly file: string; readonly bytes: number }> {
    const text = await pagesReportFrom([shell], [readiness], { ...context, ...(estate === undefined ? {} : { estate: { view: estate.view, services: estate.services, questionOf: () => ({ intent: { ...readiness.intent, services: {}, exemptions: [] } }) } }) });
    const file = join(await mkdtemp(join(tmpdir(), 'regionready-report-')), 'report.html');
    await writeFile(file, text);
    return { file, bytes: Buffer.byteLength(text) };
  }

  async function open(t: TestContext, file: string, look: (page: Page, at: (place: string) => Promise<void>) => Promise<void>): Promise<void> {
    chromium ??= await browser(t);
    if (chromium === undefined) return;
    const page = await chromium.newPage({ viewport: { width: 1400, height: 1000 } });
    const base = pathToFileURL(file).href;
    const wrong = watched(page, base);
    await page.goto(base);
    await settled(page);
    await look(page, (place) => goOn(page, `${base}#/${place}`));
    assert.deepEqual(wrong, []);
    await page.close();
  }

  /** A report of 10,000 resources, written once. */
  const large = (() => {
    let made: Promise<{ readonly readiness: Readiness; readonly file: string; readonly bytes: number }> | undefined;
    const size = { services: 167, resources: 10_000 };
    const make = async () => {
      const { readiness } = sampleReadiness(size);
      return { readiness, ...(await write(readiness, sampleEstate(size))) };
    };
    return () => (made ??= make());
  })();

  it('hold 10,000 resources in less than 5 MB, and show each of them without a server', async (t) => {
    const { readiness, file, bytes } = await large();
    assert.ok(bytes < 5_000_000, `${bytes}`);
    await open(t, file, async (page, at) => {
      assert.match((await page.locator('#app').innerText()).replace(/\s+/g, ' '), /Are we ready\?.*Readiness by service and category \(1\d\d\)/);
      assert.deepEqual(await seriousViolations(page), []);
      await at('findings');
      await page.locator('table[aria-label="Findings"] a').first().click();
      await page.getByText('What it rests on').waitFor();
      await at(`services?service=${encodeURIComponent(readiness.services[0]?.id ?? '')}`);
      await page.getByText('When home is lost').or(page.getByText(/^When .* is lost$/)).first().waitFor();
      await at('regions');
      await page.getByText('AWS services by region').waitFor();
      await at('plan');
      await page.getByText('When what moves').waitFor();
      await at('simulate?lose=eu-west-1');
      await page.getByText('Order of recovery').waitFor();
    });
  });

  it('draw the graph, open a service in place and lose a region, out of 10,000 resources', async (t) => {
    const { file } = await large();
    await open(t, file, async (page, at) => {
      await at('graph');
      await drawn(page);
      assert.equal(page.workers().length, 2, 'the layout and the estate are computed beside the page');
      const nodes = page.getByRole('table', { name: 'Nodes of the picture' });
      assert.match(await nodes.innerText(), /critical/);
      await page.getByRole('combobox', { name: 'Find a service or resource' }).fill('identity-handler');
      await page.getByRole('option', { name: /identity-handler-/ }).first().click();
      const panel = page.getByRole('complementary', { name: 'Details' });
      await panel.getByText('AWS::Lambda::Function').waitFor();
      await at('graph?open=identity&selected=b%3Aidentity%40&overlay=replication');
      await drawn(page);
      assert.match(await nodes.innerText(), /identity-handler-/);
      await at('graph?lose=eu-west-1');
      await page.getByText(/resources? (?:is|are) lost|lost/).first().waitFor();
    });
  });

  it('leave out what takes the estate where it was not at hand', async (t) => {
    const { readiness } = sampleReadiness({ services: 3, resources: 40 });
    const { file } = await write(readiness);
    await open(t, file, async (page, at) => {
      assert.equal(await page.getByRole('link', { name: /^(Graph|Plan|Simulate)$/ }).count(), 0);
      await at('plan');
      await page.getByText('Are we ready?').waitFor();
    });
  });

  async function bearsHostile(page: Page, places: readonly string[], at: (place: string) => Promise<void>): Promise<void> {
    await page.evaluate('globalThis.pwned = () => { document.title = "pwned"; }');
    for (const place of places) {
      await at(place);
      assert.equal(await page.locator('#app img, #app script, #app [onerror], #app [onload], #app a[href^="javascript:" i]').count(), 0, place);
      assert.notEqual(await page.title(), 'pwned', place);
      assert.doesNotMatch(await page.locator('#app').innerText(), /There is no answer|cannot be opened/, place);
    }
  }

  it('let nothing hostile out of its place', async (t) => {
    const { readiness } = hostileSample();
    const { file } = await write(readiness);
    await open(t, file, (page, at) => bearsHostile(page, ['overview', 'services', 'findings', 'findings?group=service', `findings?finding=${readiness.judgements[0]?.fingerprint ?? ''}`, 'rules'], at));
  });

  it('draw, plan and lose an estate of hostile names as any other', async (t) => {
    const view = viewOf(buildEstate(hostileFacts()));
    const intent = { home: ['eu-west-1'], target: 'eu-central-1', strategy: 'warm-standby' as const, services: {}, exemptions: [], today: '2030-01-31' };
    const readiness = judge({ view, rules: [...ruleRegistry.values()], intent, tool: 'test' });
    const { file } = await write(readiness, { view, services: servicesFor(view) });
    const [service = ''] = readiness.services.map(({ id }) => id).filter((id) => id.includes('onload'));
    await open(t, file, async (page, at) => {
      await bearsHostile(page, ['graph', `graph?open=${encodeURIComponent(service)}`, 'graph?lose=eu-west-1', 'plan', 'simulate?lose=eu-west-1', `services?service=${encodeURIComponent(service)}`], at);
      await at(`graph?open=${encodeURIComponent(service)}`);
      await drawn(page);
      const nodes = page.getByRole('table', { name: 'Nodes of the picture' });
      assert.match(await nodes.innerText(), /<svg onload=pwned\(\)>/);
      await nodes.getByRole('button', { name: /svg onload/ }).first().click();
      await page.getByRole('complementary', { name: 'Details' }).getByText('svg onload').first().waitFor();
      assert.notEqual(await page.title(), 'pwned');
      await at('plan');
      await page.getByText('When what moves').waitFor();
      await at('simulate?lose=eu-west-1');
      await page.getByText('What is left').waitFor();
    });
  });

  it('say that a file is cut instead of showing half of it', async (t) => {
    const { readiness } = sampleReadiness({ services: 3, resources: 40 });
    const text = await pagesReportFrom([shell], [readiness], context);
    const at = text.indexOf('id="data">') + 200;
    const file = join(await mkdtemp(join(tmpdir(), 'regionready-report-')), 'cut.html');
    await writeFile(file, `${text.slice(0, at)}${text.slice(at + 400)}`);
    chromium ??= await browser(t);
    if (chromium === undefined) return;
    const page = await chromium.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.getByText('This report cannot be opened').waitFor();
    await page.close();
  });

  it('need the built pages, and say how to make them', async () => {
    const { readiness } = sampleReadiness({ services: 3, resources: 40 });
    await assert.rejects(pagesReportFrom(['/nowhere/shell.html'], [readiness], context), /needs the built pages/);
  });
});

/** By locators: a condition given as text is evaluated at each look, which the page's policy refuses after the first. */
async function drawn(page: Page): Promise<void> {
  await page.locator('.graph-stage[data-cards]').waitFor({ state: 'attached', timeout: 60_000 });
  await page.locator('.graph-progress').waitFor({ state: 'detached', timeout: 60_000 });
}
