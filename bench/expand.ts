import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
const [url = '', out = '-', runs = '6'] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: ['--disable-gpu'] });
const page = await (await b.newContext({ viewport: { width: 1400, height: 1000 } })).newPage(); const s = await page.context().newCDPSession(page);
await s.send('Performance.enable', { timeDomain: 'threadTicks' });
const task = async () => Object.fromEntries((await s.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]))['TaskDuration']! * 1000;
const rows: number[][] = [];
for (let run = 0; run < Number(runs); run++) {
  await page.goto('about:blank'); await page.goto(url);
  await page.waitForSelector('.graph-stage[data-cards]', { timeout: 60000 });
  await page.waitForFunction(() => document.querySelector('.graph-progress') === null && document.querySelector('.graph-legend strong')?.textContent?.endsWith('…') !== true && document.querySelectorAll('button[aria-label^="Open service-"]').length > 15, undefined, { timeout: 60000 });
  await page.waitForTimeout(1500);
  if (out !== '-' && run === 2) { await s.send('Profiler.enable'); await s.send('Profiler.setSamplingInterval', { interval: 200 }); await s.send('Profiler.start'); }
  const before = await task();
  const r = await page.evaluate((index) => new Promise<number[]>((done) => {
    const stage = document.querySelector('.graph-stage');
    const button = [...document.querySelectorAll<HTMLButtonElement>('button[aria-label^="Open service-"]')][index];
    const began = performance.now();
    let clicked = 0;
    const cards = stage!.getAttribute('data-cards'); const seen: string[] = [];
    const observer = new MutationObserver(() => { seen.push(`${Math.round(performance.now() - began)}:${stage!.getAttribute('data-drawn')}:${stage!.getAttribute('data-cards')}`); (window as any).seen = seen; if (stage!.getAttribute('data-cards') === cards) return; observer.disconnect(); const mut = performance.now() - began; requestAnimationFrame(() => setTimeout(() => { const e = performance.getEntriesByType('resource').filter((x) => x.name.includes('graph/picture?')).at(-1) as PerformanceResourceTiming; done([performance.now() - began, clicked, e.startTime - began, e.responseEnd - began, mut]); })); });
    if (stage !== null) observer.observe(stage, { attributes: true, attributeFilter: ['data-drawn', 'data-cards'] });
    button?.click(); clicked = performance.now() - began;
  }), (run % 5) * 3);
  rows.push([...r, (await task()) - before]); console.log(String(await page.evaluate(() => (window as any).seen)));
  if (out !== '-' && run === 2) { const { profile } = await s.send('Profiler.stop'); writeFileSync(out, JSON.stringify(profile)); }
}
for (const r of rows) console.log('total', r[0]!.toFixed(0), 'click', r[1]!.toFixed(0), 'asked', r[2]!.toFixed(0), 'answered', r[3]!.toFixed(0), 'drawn', r[4]!.toFixed(0), 'task', r[5]!.toFixed(0));
await b.close();
