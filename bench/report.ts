import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { html } from '../cli/formats/html.ts';
import { browser } from '../test/support/browser.ts';
import { sampleReadiness } from '../test/support/sample-readiness.ts';

/** Size and opening time of the HTML report against its limits. 100,000 resources have none but to open at all. */
const estates = [
  { services: 17, resources: 1_000, megabytes: 5, seconds: 2 },
  { services: 167, resources: 10_000, megabytes: 5, seconds: 2 },
  { services: 1_667, resources: 100_000, megabytes: Infinity, seconds: Infinity },
];

const chromium = await browser({ diagnostic: (text) => console.error(text), skip: () => undefined });
const folder = mkdtempSync(join(tmpdir(), 'bench-report-'));
let failed = false;
for (const { services, resources, megabytes, seconds } of estates) {
  const { readiness, extras } = sampleReadiness({ services, resources });
  const started = performance.now();
  const page = html(readiness, extras);
  const written = performance.now() - started;
  const size = Buffer.byteLength(page) / 1_000_000;
  const opened = await openingTime(page);
  failed ||= size > megabytes || (opened ?? 0) > seconds;
  const verdicts = readiness.judgements.length;
  const ratio = (value: number, limit: number): string => (Number.isFinite(limit) ? ` = ${(value / limit).toFixed(2)} of ${limit}` : '');
  console.log(`${resources} resources, ${verdicts} verdicts: written in ${(written / 1000).toFixed(2)} s, ${size.toFixed(2)} MB${ratio(size, megabytes)}, ${opened === undefined ? 'not opened: no browser' : `open after ${opened.toFixed(2)} s${ratio(opened, seconds)}`}`);
}
await chromium?.close();
if (failed) process.exitCode = 1;

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
