// usage: node bench/prof.ts url#... readyExpr
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
const [url='', ready='', out='/tmp/prof.json', runs='3'] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: ['--disable-gpu'] });
for (let i = 0; i < Number(runs); i++) {
  const ctx = await b.newContext({ viewport: { width: 1400, height: 1000 } });
  const page = await ctx.newPage();
  const s = await ctx.newCDPSession(page);
  await s.send('Performance.enable', { timeDomain: 'threadTicks' });
  const last = i === Number(runs) - 1 && out !== '-';
  if (last) { await s.send('Profiler.enable'); await s.send('Profiler.setSamplingInterval', { interval: 200 }); await s.send('Profiler.start'); }
  await page.goto(url);
  const h = await page.waitForFunction((r) => { const [sel, text, not] = r.split('|'); return (sel === '' || document.querySelector(sel!) !== null) && (!not || document.querySelector(not) === null) && (text === undefined || text === '' || document.querySelector('#app')?.textContent?.includes(text) === true); }, ready, { polling: 'raf', timeout: 300000 });
  const ms = await page.evaluate(() => performance.now());
  const m = Object.fromEntries((await s.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  const nav = await page.evaluate(() => performance.getEntriesByType('resource').map((e: any) => [e.name.split('/').pop().slice(0, 40), Math.round(e.startTime), Math.round(e.responseStart), Math.round(e.responseEnd), e.transferSize]));
  if (i < 1) console.log(nav.map(String).join('\n'));
  console.log('ms', ms | 0, ['TaskDuration', 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration', 'V8CompileDuration', 'Nodes', 'DevToolsCommandDuration'].map((k) => `${k} ${(m[k]! * (k === 'Nodes' ? 1 : 1000)).toFixed(0)}`).join(' '));
  if (last) { const { profile } = await s.send('Profiler.stop'); writeFileSync(out, JSON.stringify(profile)); }
  await ctx.close();
}
await b.close();
