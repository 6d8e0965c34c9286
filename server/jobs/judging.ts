import type { ThreadPool } from '../compute/pool.ts';
import type { ServerOptions } from '../options.ts';
import { viewsOf } from '../views.ts';
import type { WorkerOptions } from './worker.ts';

/** Judges in the threads that answer requests, by the route that does it for them. */
export function judgingIn(threads: ThreadPool, options: ServerOptions): WorkerOptions['judge'] {
  const views = viewsOf(options);
  return async (snapshot, wish, { who, request }) => {
    const asked = { method: 'POST' as const, url: `/api/snapshots/${snapshot}/readinesses`, body: wish, who, request };
    const { status, body } = await threads.ask({ lane: 'judge', snapshot, asked, context: await views.context() }, new AbortController().signal);
    if (status >= 300) throw new Error(`The snapshot could not be judged for ${wish.target}: ${new TextDecoder().decode(body).slice(0, 500)}`);
  };
}
