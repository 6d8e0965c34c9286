import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { html } from '../cli/formats/html.ts';
import { pagesReportFrom } from '../cli/formats/pages-report.ts';
import { plain } from '../cli/formats/terminal.ts';
import { ruleRegistry } from '../cli/registry.ts';
import type { Readiness } from '../model/readiness.ts';
import { shellForTests } from '../test/support/pages.ts';
import { sampleEstate } from '../test/support/sample-estate.ts';
import { browser } from '../test/support/browser.ts';
import { sampleReadiness, type Sample } from '../test/support/sample-readiness.ts';

/** Size and opening time of both reports against their limits. 100,000 resources have none but to open at all. */
const estates = [
  { services: 17, resources: 1_000, megabytes: 5, seconds: 2 },
  { services: 167, resources: 10_000, megabytes: 5, seconds: 2 },
  { services: 1_667, resources: 100_000, megabytes: Infinity, seconds: Infinity },
];

const chromium = await browser({ diagnostic: (text) => console.error(text), skip: () => undefined });
const folder = mkdtempSync(join(tmpdir(), 'bench-report-'));
let failed = false;
const shell = await shellForTests();
const formats = { html: ({ readiness, extras }: Sample) => html(readiness, extras), pages: ({ readiness }: Sample, size: (typeof estates)[number]) => pages(readiness, size) };
for (const [name, format] of Object.entries(formats)) {
  for (const size of estates) {
    const { resources, megabytes, seconds } = size;
    const sample = sampleReadiness(size);
    const started = performance.now();
    const page = await format(sample, size);
    const written = performance.now() - started;
    const bytes = Buffer.byteLength(page) / 1_000_000;
    const opened = await openingTime(page);
    failed ||= bytes > megabytes || (opened ?? 0) > seconds;
    const verdicts = sample.readiness.judgements.length;
    const ratio = (value: number, limit: number): string => (Number.isFinite(limit) ? ` = ${(value / limit).toFixed(2)} of ${limit}` : '');
    console.log(`${name}, ${resources} resources, ${verdicts} verdicts: written in ${(written / 1000).toFixed(2)} s, ${bytes.toFixed(2)} MB${ratio(bytes, megabytes)}, ${opened === undefined ? 'not opened: no browser' : `open after ${opened.toFixed(2)} s${ratio(opened, seconds)}`}`);
  }
}
await chromium?.close();
if (failed) process.exitCode = 1;

/** The report with the estate in it. */
function pages(readiness: Readiness, size: (typeof estates)[number]): Promise<string> {
  const { view, services } = sampleEstate(size);
  const questionOf = () => ({ intent: { ...readiness.intent, services: {}, exemptions: [] } });
  return pagesReportFrom([shell], [readiness], { rules: ruleRegistry, paint: plain, columns: 100, quiet: false, root: 'file:///work/', input: 'shop.snapshot', estate: { view, services, questionOf } });
}

/** Seconds until the page answers: median of three. */
async function openingTime(page: string): Promise<number | undefined> {
  if (chromium === undefined) return undefined;
  const path = join(folder, 'report.html');
  writeFileSync(path, page);
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    const tab = await chromium.newPage();
    await tab.goto(pathToFileURL(path).href);
    await tab.waitForSelector('html[data-ready=yes]', { timeout: 60_000 });
    times.push((await tab.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))))) / 1000);
    await tab.close();
  }
  return times.sort((a, b) => a - b)[1];
}
