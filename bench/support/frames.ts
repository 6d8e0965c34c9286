import type { Page } from 'playwright-core';

export interface Frames {
  /** Milliseconds between frames. */
  readonly median: number;
  readonly p95: number;
  readonly count: number;
  /** Milliseconds of CPU that the page's own thread took for each frame: what else runs on the machine does not count. */
  readonly cpu: number;
}

/** Drags and turns the wheel over the middle of an element as people do, and counts the frames meanwhile. */
export async function framesOf(page: Page, selector: string, seconds = 4): Promise<Frames> {
  const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator(selector).boundingBox()) ?? {};
  const cpu = await cpuClock(page);
  const [left, top] = [x + width * 0.45, y + height * 0.12];
  await page.evaluate(() => {
    const seen = { deltas: [] as number[], last: performance.now(), on: true };
    Object.assign(window, { frames: seen });
    const tick = (now: number): void => {
      seen.deltas.push(now - seen.last);
      seen.last = now;
      if (seen.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const until = Date.now() + seconds * 1000;
  await page.mouse.move(left, top);
  for (let turn = 0; Date.now() < until; turn++) {
    await page.mouse.down();
    for (let step = 1; step <= 12; step++) await page.mouse.move(left + (turn % 2 === 0 ? 1 : -1) * step * 6, top + step * 2);
    await page.mouse.up();
    for (let step = 0; step < 4; step++) await page.mouse.wheel(0, turn % 2 === 0 ? -40 : 40);
  }
  const deltas = await page.evaluate(() => {
    const { frames } = window as unknown as { frames: { deltas: number[]; on: boolean } };
    frames.on = false;
    return frames.deltas.slice(2);
  });
  const sorted = deltas.sort((a, b) => a - b);
  const used = await cpu();
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN, count: sorted.length, cpu: used / Math.max(1, sorted.length) };
}

/** A clock of the CPU time of the page's own thread, from now on, in milliseconds. */
export async function cpuClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const now = async (): Promise<number> => ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  const began = await now();
  return async () => (await now()) - began;
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
