import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
const [url = '', runs = '4'] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: ['--disable-gpu'] });
const page = await (await b.newContext({ viewport: { width: 1400, height: 1000 } })).newPage(); const s = await page.context().newCDPSession(page);
page.on('console', (m) => m.type() === 'error' && console.log(m.text()));
await s.send('Performance.enable', { timeDomain: 'threadTicks' });
const task = async () => Object.fromEntries((await s.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]))['TaskDuration']! * 1000;
for (let run = 0; run < Number(runs); run++) {
  await page.goto('about:blank'); await page.goto(url);
  await page.waitForSelector('.graph-stage[data-cards]', { timeout: 60000 });
  await page.waitForFunction(() => document.querySelector('.graph-progress') === null && document.querySelector('.graph-legend strong')?.textContent?.endsWith('…') !== true && document.querySelectorAll('button[aria-label^="Open service-"]').length > 15, undefined, { timeout: 60000 });
  await page.waitForTimeout(800);
  if (run === 2) { await s.send('Profiler.enable'); await s.send('Profiler.setSamplingInterval', { interval: 200 }); await s.send('Profiler.start'); }
  const before = await task();
  const r = await page.evaluate((index) => new Promise<unknown[]>((done) => {
    const state = () => { const e = document.querySelector('.graph-stage'); return e === null ? 'none' : `${e.getAttribute('data-drawn')}:${e.getAttribute('data-cards')}`; };
    const seen: string[] = []; let last = state(); const first = document.querySelector('.graph-stage');
    const cards = document.querySelector('.graph-stage')!.getAttribute('data-cards');
    const button = [...document.querySelectorAll<HTMLButtonElement>('button[aria-label^="Open service-"]')][index];
    const began = performance.now();
    const tick = () => { const now = state(); if (now !== last) { seen.push(`${Math.round(performance.now() - began)} ${now} ${document.querySelector('.graph-stage') === first}`); last = now; }
      const e = document.querySelector('.graph-stage'); 
      if ((e !== null && e.getAttribute('data-cards') !== cards && e.getAttribute('data-drawn') !== '0' && document.querySelector('.graph-progress') === null) || performance.now() - began > 8000) done([Math.round(performance.now() - began), seen]); else requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
    button?.click();
  }), (run % 5) * 3);
  if (run === 2) { const { profile } = await s.send('Profiler.stop'); writeFileSync('/tmp/prof-exp.json', JSON.stringify(profile)); }
  console.log(JSON.stringify(r), 'task', ((await task()) - before).toFixed(0));
}
await b.close();
