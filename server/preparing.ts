import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from '../model/errors.ts';
import type { AskedWish, PageQuery } from '../model/page-questions.ts';
import type { ThreadPool } from './compute/pool.ts';
import { HttpProblem } from './problem.ts';
import type { Lane, ServerOptions } from './options.ts';
import { askForPages } from './prepared-questions.ts';
import { viewsOf, type Context } from './views.ts';

export interface Preparing {
  /** Resolves once what there is to prepare now is prepared. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Wishes beside that of the configuration that are prepared, and days for which one is remembered. */
const most = { wishes: 3, days: 30 };

/**
 * Computes what the pages begin with before anybody comes: of the newest snapshot, as configured and as people asked lately, whenever it,
 * the day, the configuration or what people said is another one. In the threads that judge, behind all that anybody waits for.
 */
export function startPreparing(options: ServerOptions, threads: ThreadPool, { everyMs = 5000 }: { readonly everyMs?: number } = {}): Preparing {
  const { store, log } = options;
  const views = viewsOf(options);
  const closing = new AbortController();
  let done = '';
  let waiting: PromiseWithResolvers<void>[] = [];

  async function newest(): Promise<{ readonly snapshot: string; readonly context: Context; readonly key: string } | undefined> {
    const [{ items: [first] }, context] = await Promise.all([store.snapshots.list({ offset: 0, limit: 1 }), views.context()]);
    return first === undefined ? undefined : { snapshot: first.id, context, key: `${first.id} ${context.digest}` };
  }

  async function prepare(): Promise<void> {
    const found = await newest();
    if (found !== undefined && found.key !== done) {
      const since = new Date(Date.now() - most.days * 86_400_000).toISOString();
      for (const wish of new Set(['', ...(await store.answers.wishes(since, most.wishes))])) {
        await askForPages((lane, path, query) => ask({ ...found, lane, path, query }), wished(wish)).catch(tell);
      }
      done = found.key;
    }
    const [told, still] = [waiting, (await newest())?.key];
    if (still !== undefined && still !== done) return;
    waiting = [];
    for (const each of told) each.resolve();
  }

  async function ask({ snapshot, context, key, lane, path, query }: { readonly snapshot: string; readonly context: Context; readonly key: string; readonly lane: Lane; readonly path: string; readonly query: PageQuery }): Promise<unknown> {
    if ((await newest())?.key !== key) throw new HttpProblem(499, 'Something else is to be prepared.');
    const url = `/api/snapshots/${snapshot}/${path}${searchOf(query)}`;
    const { status, body } = await threads.ask({ lane, snapshot, context, prepared: true, asked: { method: 'GET', url, who: 'preparation', request: randomUUID() } }, closing.signal);
    if (status !== 200) throw new HttpProblem(status, `${path} was answered with ${status}`);
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  }

  const write = (thrown: unknown): void => void log?.write(`${JSON.stringify({ level: 40, time: Date.now(), msg: `pages could not be prepared: ${messageOf(thrown)}` })}\n`);
  const tell = (thrown: unknown): void => {
    if (isPassing(thrown) || closing.signal.aborted) throw thrown;
    write(thrown);
  };

  const ended = (async () => {
    while (!closing.signal.aborted) {
      // Where somebody came first it is taken up again.
      await prepare().catch((thrown: unknown) => (isPassing(thrown) ? undefined : write(thrown)));
      await pause(everyMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  })();

  return {
    async settled() {
      const turn = Promise.withResolvers<void>();
      waiting.push(turn);
      await turn.promise;
    },
    async close() {
      closing.abort();
      await ended;
    },
  };
}

/** Something else came between, or too many wait. Whatever else it is would be the same the next time. */
const isPassing = (thrown: unknown): boolean => thrown instanceof HttpProblem && (thrown.statusCode === 499 || thrown.retryAfter !== undefined);

function wished(text: string): AskedWish {
  const said = new URLSearchParams(text);
  // Several homes are asked for by name only; pages choose one.
  return { home: said.get('home') ?? '', target: said.get('target') ?? '', strategy: said.get('strategy') ?? '' };
}

function searchOf(query: PageQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const each of Array.isArray(value) ? (value as readonly string[]) : value === undefined || value === '' ? [] : [value]) search.append(name, String(each));
  return search.size === 0 ? '' : `?${search.toString()}`;
}
