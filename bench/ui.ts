import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import type { Picture } from '../model/picture.ts';
import { browser } from '../test/support/browser.ts';
import { graphPages, type GraphPage, type GraphPages } from '../test/support/graph-page.ts';
import { snapshotOf } from '../test/support/server.ts';
import { planOf } from '../ui/app/graph/layout/plan-of.ts';
import { layOut } from '../ui/app/graph/layout/lay-out.ts';
import { estateFacts } from './support/estate-facts.ts';
import { cpuClock, framesOf, median, type Frames } from './support/frames.ts';
import { pageTimes } from './support/page-times.ts';

/**
 * The pages against their limits, in headless Chromium that renders in software, over servers of their own with generated estates: of each
 * page how long it takes to be there, and of the graph how it opens and moves. The pages are opened as people do who upload an estate and
 * come back: the server has computed meanwhile, for the region that is configured, what they begin with, which is told apart. Nothing else
 * is warm: every browser is a new one.
 *
 *     node bench/ui.ts [sizes…]          PICTURES=folder takes pictures of the pages
 *
 * The peer is plain Cytoscape with the same nodes and edges at the same places, moved in the same way in the same run. `probe` is how long
 * a fixed piece of work took on this machine meanwhile: times hold for a machine at rest, and this says which one: 40 to 100 ms were
 * seen. On a busy one the CPU time of the page's thread, which is told beside them, says more.
 */
const limits = { paintSeconds: { 10_000: 1.5, 100_000: 3 } as Readonly<Record<number, number>>, frameMs: 20, expandMs: 200 };
const pictures = process.env['PICTURES'];
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];
const quiet = { skip: () => undefined, diagnostic: (text: string) => console.error(text) };
let failed = false;

for (const size of sizes) {
  const pages = await graphPages([snapshotOf(estateFacts(size).facts)]);
  const started = performance.now();
  const first = await pages.open(quiet, address(pages), { drawn: false });
  if (first === undefined) throw new Error('no browser');
  // This server computes in the thread that answers: the first picture waits until the estate is read, and its colours until it is judged.
  await first.page.waitForSelector('.graph-stage[data-drawn]:not([data-drawn="0"])', { timeout: 300_000 });
  await first.page.waitForFunction(() => /[^…]$/.test(document.querySelector('.graph-legend strong')?.textContent ?? ''), undefined, { timeout: 600_000 });
  console.log(`${size} resources: cold server and browser ${seconds(performance.now() - started)}; probe ${probe().toFixed(0)} ms`);
  await first.close();
  const painted = await paints(pages);
  report(`the graph, first useful paint, server warm (${median(painted.map(({ cpu }) => cpu)).toFixed(0)} ms of CPU)`, { value: median(painted.map(({ ms }) => ms)) / 1000, limit: limits.paintSeconds[size] ?? Infinity, unit: 's' });
  const opened = (await pages.open(quiet, address(pages))) as GraphPage;
  const expanded = await expansions(opened, address(pages));
  report(`expand a service, median of five (${median(expanded.map(({ cpu }) => cpu)).toFixed(0)} ms of CPU, with what follows)`, { value: median(expanded.map(({ ms }) => ms)), limit: limits.expandMs, unit: 'ms' });
  await opened.go(`${address(pages)}&open=service-3,service-4,service-5`);
  await opened.settled();
  const { cards = '0', wires = '0' } = await opened.page.locator('.graph-stage').evaluate((element) => ({ ...(element as HTMLElement).dataset }));
  const own = await framesOf(opened.page, '.graph-canvas');
  report(`frame while dragging and zooming ${Number(cards) + Number(wires)} elements, median (p95 ${own.p95.toFixed(0)} ms, ${own.count} frames, ${own.cpu.toFixed(1)} ms of CPU each)`, { value: own.median, limit: limits.frameMs, unit: 'ms' });
  const picture = JSON.parse((await opened.exported('JSON')).toString('utf8')).picture as Picture;
  await opened.close();
  const peer = await plainCytoscape(picture);
  console.log(`     plain Cytoscape ${peer.median.toFixed(1)} ms (p95 ${peer.p95.toFixed(0)} ms): ours is ${(own.median / peer.median).toFixed(2)} of it, p95 ${(own.p95 / peer.p95).toFixed(2)}, CPU ${own.cpu.toFixed(1)} to ${peer.cpu.toFixed(1)} ms a frame; probe ${probe().toFixed(0)} ms`);
  await pages.close();
  const { preparedMs, megabytes, unprepared, pages: timed } = await pageTimes(size, { pictures });
  console.log(`     prepared in ${seconds(preparedMs)}; the server takes ${megabytes.toFixed(0)} MB`);
  console.log(`     a target that nobody asked for before: judged after ${seconds(unprepared.judgedMs)}, until when the page tells what is known without`);
  report('a target that nobody asked for before, something to go on with', { value: unprepared.usefulMs / 1000, limit: limits.paintSeconds[size] ?? Infinity, unit: 's' });
  for (const { page, first, warm, longest, cpu, elements, wrong } of timed) {
    report(`${page}, the first who opens it`, { value: first / 1000, limit: limits.paintSeconds[size] ?? Infinity, unit: 's' });
    report(`${page}, those who follow, median (longest task ${longest.toFixed(0)} ms, ${cpu.toFixed(0)} ms of CPU, ${elements} elements)`, { value: warm / 1000, limit: limits.paintSeconds[size] ?? Infinity, unit: 's' });
    if (wrong.length > 0) report(`${page}, errors: ${wrong.join('; ').slice(0, 500)}`, { value: wrong.length, limit: 0, unit: '' });
  }
}
if (failed) process.exitCode = 1;

function address({ snapshots }: GraphPages): string {
  return `snapshot=${snapshots[0]}&target=eu-central-1&strategy=warm-standby`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function report(what: string, { value, limit, unit }: { readonly value: number; readonly limit: number; readonly unit: string }): void {
  const holds = value <= limit;
  failed ||= !holds;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}: ${value.toFixed(unit === 's' ? 2 : 1)} ${unit} = ${(value / limit).toFixed(2)} of ${limit}`);
}

/** How long the machine takes for the same work as ever. */
function probe(): number {
  const began = performance.now();
  let sum = 0;
  for (let index = 0; index < 2e7; index++) sum = (sum * 31 + index) | 0;
  return performance.now() - began + (sum === 0.5 ? 1 : 0);
}

interface Taken {
  readonly ms: number;
  /** Of the page's thread. */
  readonly cpu: number;
}

/** From the beginning of the navigation until the picture has been painted. */
async function paints(pages: GraphPages): Promise<Taken[]> {
  const times: Taken[] = [];
  for (let run = 0; run < 3; run++) {
    const opened = (await pages.open(quiet, address(pages), { drawn: false })) as GraphPage;
    await opened.page.waitForSelector('.graph-stage[data-drawn]:not([data-drawn="0"])', { timeout: 120_000 });
    const ms = await opened.page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))));
    times.push({ ms, cpu: await opened.cpuTime() });
    await opened.close();
  }
  return times;
}

/** From the press until what the service holds has been painted, in the picture that was there. */
async function expansions({ page, go, settled }: GraphPage, closed: string): Promise<Taken[]> {
  const times: Taken[] = [];
  for (let run = 0; run < 5; run++) {
    await go(closed);
    // All closed and coloured, and a look at it, as somebody takes who opens one: what the last run asked for is over by then.
    await page.waitForFunction(() => document.querySelectorAll('button[aria-label^="Open service-"]').length > 15 && document.querySelector('button[aria-label^="Close service-"]') === null, undefined, { timeout: 60_000 });
    await page.waitForTimeout(1000);
    await settled();
    const cpu = await cpuClock(page);
    const ms = await page.evaluate((index) => new Promise<number>((done, fail) => {
      const [stage] = document.querySelectorAll<HTMLElement>('.graph-stage');
      const button = [...document.querySelectorAll<HTMLButtonElement>('button[aria-label^="Open service-"]')][index];
      const { cards, drawn } = stage?.dataset ?? {};
      const began = performance.now();
      const look = (): void => {
        if (performance.now() - began > 20_000) fail(new Error('the service was not opened'));
        else if (stage?.isConnected !== true) fail(new Error('the picture was thrown away'));
        // The count of drawings tells that the canvas has it too; a frame later it is on the screen.
        else if (stage.dataset['cards'] === cards || stage.dataset['drawn'] === drawn) requestAnimationFrame(look);
        else requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
      };
      requestAnimationFrame(look);
      button?.click();
    }), run * 3);
    times.push({ ms, cpu: await cpu() });
  }
  return times;
}

async function plainCytoscape(picture: Picture): Promise<Frames> {
  const { units } = layOut(planOf(picture));
  const nodes = picture.nodes.map(({ id, name }) => ({ data: { id, label: name }, position: { x: (units.get(id)?.x ?? 0) + 90, y: (units.get(id)?.y ?? 0) + 20 } }));
  const edges = picture.lines.map(({ from, to }, index) => ({ data: { id: `edge ${index}`, source: from, target: to } }));
  const chromium = (await browser(quiet)) as Browser;
  const page = await chromium.newPage({ viewport: { width: 1400, height: 1000 } });
  await page.setContent('<!doctype html><div id="graph" style="position:absolute;inset:160px 40px 100px 240px"></div>');
  await page.addScriptTag({ content: await readFile(createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js'), 'utf8') });
  await page.evaluate((elements) => {
    const { cytoscape } = window as unknown as { cytoscape: (options: object) => unknown };
    cytoscape({ container: document.getElementById('graph'), elements, layout: { name: 'preset', fit: true }, style: [{ selector: 'node', style: { label: 'data(label)', width: 40, height: 40 } }, { selector: 'edge', style: { 'curve-style': 'bezier', 'target-arrow-shape': 'triangle' } }] });
  }, [...nodes, ...edges]);
  await page.waitForTimeout(1500);
  const frames = await framesOf(page, '#graph');
  await chromium.close();
  return frames;
}
