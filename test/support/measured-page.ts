import type { BrowserContext, CDPSession, Page } from 'playwright-core';

export interface MeasuredPage {
  readonly page: Page;
  /** Tells CPU time of the page's own thread. */
  readonly session: CDPSession;
  /** Errors that the page wrote or threw; grows. */
  readonly wrong: string[];
}

/** A page whose CPU time is told and whose mistakes are kept. */
export async function measuredPage(context: BrowserContext): Promise<MeasuredPage> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const wrong: string[] = [];
  page.on('console', (message) => (message.type() === 'error' ? wrong.push(message.text()) : undefined));
  page.on('pageerror', (error) => wrong.push(error.message));
  return { page, session, wrong };
}
