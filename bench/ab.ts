// alternates pages of two servers: node bench/ab.ts url1 url2 hash ready runs
import { chromium } from 'playwright-core';
const [u1 = '', u2 = '', hash = '', ready = '', runs = '6'] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args: ['--disable-gpu'] });
const got: Record<string, number[][]> = { [u1]: [], [u2]: [] };
for (let i = 0; i < Number(runs); i++) for (const u of [u1, u2]) {
  const ctx = await b.newContext({ viewport: { width: 1400, height: 1000 } });
  const page = await ctx.newPage(); const s = await ctx.newCDPSession(page);
  page.on('console', (m) => m.type() === 'error' && console.log(m.text()));
  page.on('pageerror', (m) => console.log(m.message));
  await s.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(u + hash);
  const ms = await (await page.waitForFunction((r) => { const [sel, text, not] = r.split('|'); return (sel === '' || document.querySelector(sel!) !== null) && (!not || document.querySelector(not) === null) && (text === undefined || text === '' || document.querySelector('#app')?.textContent?.includes(text) === true) ? performance.now() : false; }, ready, { polling: 'raf', timeout: 300000 })).jsonValue() as number;
  const m = Object.fromEntries((await s.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  got[u]!.push([ms, m['TaskDuration']! * 1000, m['ScriptDuration']! * 1000, m['RecalcStyleDuration']! * 1000, m['LayoutDuration']! * 1000]);
  await ctx.close();
}
const med = (v: number[]) => v.sort((a, c) => a - c)[Math.floor(v.length / 2)]!.toFixed(0);
for (const u of [u1, u2]) console.log(['ms', 'task', 'script', 'style', 'layout'].map((k, i) => `${k} ${med(got[u]!.slice(1).map((r) => r[i]!))} (min ${Math.min(...got[u]!.slice(1).map((r) => r[i]!)).toFixed(0)})`).join('  '));
await b.close();
