import type { Lane, Limits, ServerOptions, Threads } from '../options.ts';
import { lru } from '../lru.ts';
import { HttpProblem } from '../problem.ts';
import type { Load } from '../routes/metrics.ts';
import type { Context } from '../views.ts';
import type { Answered, Asked } from './channel.ts';
import { threadFor, type ComputingThread } from './computing-thread.ts';
import { keptAnswers, mayBeKept, wishOf } from './kept-answers.ts';

export interface Task {
  readonly lane: Lane;
  readonly snapshot: string;
  readonly asked: Asked;
  readonly context: Context;
  /** Nobody waits for it yet: it gives way to whoever asks something else. */
  readonly prepared?: boolean;
}

/** Milliseconds from which an answer is kept, and bytes of all that are. */
const dear = 20;
const answersBytes = 64 * 1024 ** 2;

/** A task with all who wait for it: who asks the same at the same time gets the same answer. */
export interface Waiting extends Task {
  readonly key: string;
  readonly answer: PromiseWithResolvers<Answered>;
  waiters: number;
}

export interface ThreadPool {
  /** The answer of a thread. Throws 503 where too many wait, and where it takes too long or too much memory. */
  ask(task: Task, signal: AbortSignal): Promise<Answered>;
  forget(snapshot: string): void;
  load(): Load;
  close(): Promise<void>;
}

/**
 * Threads that keep estates, some for looking things up and some for judging. Which thread a request goes to depends on which has its
 * estate already: a pool that gives the next task to the next idle thread would build every estate in every thread.
 */
export function threadPool(threads: Threads, around: Pick<ServerOptions, 'store' | 'limits' | 'log'>): ThreadPool {
  const { limits } = around;
  const lanes = { browse: laneOf('browse'), judge: laneOf('judge') };
  const all = (): ComputingThread[] => [...lanes.browse, ...lanes.judge];
  const pending = new Map<string, Waiting>();
  /** Answers that were dear. What is asked of a snapshot has the same one for as long as people have said nothing new. */
  const answers = lru(answersBytes);
  const kept = keptAnswers(around);
  let closed = false;

  function laneOf(lane: Lane): ComputingThread[] {
    return Array.from({ length: threads.sizes[lane] }, () => threadFor({ ...threads, lane, done: (task) => pending.delete(task.key) }, around));
  }

  /** The thread that has the estate and least to do, else the one with least to do. */
  function choose(lane: Lane, snapshot: string): ComputingThread {
    const holding = lanes[lane].filter((thread) => thread.holds(snapshot));
    return (holding.length > 0 ? holding : lanes[lane]).reduce((best, thread) => (thread.length() < best.length() ? thread : best));
  }

  function enter(task: Task, key: string): Waiting {
    const { lane } = task;
    const known = pending.get(key);
    if (known !== undefined) return known;
    if (task.prepared !== true) for (const other of pending.values()) if (givesWay(other, task)) giveUp(other, new HttpProblem(499, 'Somebody asks for something else.'));
    if (lanes[lane].reduce((sum, thread) => sum + thread.length(), 0) >= limits.waiting) throw busy(limits);
    const entered: Waiting = { ...task, key, answer: Promise.withResolvers<Answered>(), waiters: 0 };
    // Every waiter hears of a failure; none may be left where all have gone.
    entered.answer.promise.then((answered) => keep(key, task, answered), () => undefined);
    pending.set(key, entered);
    choose(lane, task.snapshot).push(entered);
    return entered;
  }

  function keep(key: string, task: Task, answered: Answered): void {
    const { snapshot, asked: { method } } = task;
    if (snapshot === '' || method !== 'GET' || answered.status !== 200) return;
    if ((answered.ms ?? 0) >= dear || task.prepared === true) remember(key, answered);
    if (mayBeKept(task)) void kept.keep(task, key, answered);
  }

  const remember = (key: string, answered: Answered): void => void answers.get(key, async () => answered, ({ body }) => body.length);

  /** What was computed of it before; by this process, or by one that had the same store. */
  async function known(task: Task, key: string): Promise<Answered | undefined> {
    if (answers.has(key)) return answers.get<Answered>(key, unmade, () => 0);
    if (!mayBeKept(task)) return undefined;
    const found = await kept.find(key);
    if (found !== undefined) remember(key, found);
    return found;
  }

  function giveUp(waiting: Waiting, why: Error): void {
    if (pending.get(waiting.key) !== waiting || !pending.delete(waiting.key)) return;
    waiting.answer.reject(why);
    for (const thread of lanes[waiting.lane]) thread.cancel(waiting);
  }

  return {
    async ask(task, signal) {
      if (closed) throw closing();
      const key = keyOf(task);
      const before = await known(task, key);
      if (before !== undefined) return { ...before, ms: 0 };
      if (closed) throw closing();
      const waiting = enter(task, key);
      waiting.waiters += 1;
      const gone = Promise.withResolvers<never>();
      const leave = (): void => gone.reject(new HttpProblem(499, 'Nobody waits for the answer any more.'));
      if (signal.aborted) leave();
      signal.addEventListener('abort', leave, { once: true });
      try {
        return await Promise.race([waiting.answer.promise, gone.promise]);
      } finally {
        signal.removeEventListener('abort', leave);
        waiting.waiters -= 1;
        if (waiting.waiters === 0 && pending.get(waiting.key) === waiting && pending.delete(waiting.key)) for (const thread of lanes[task.lane]) thread.cancel(waiting);
      }
    },
    forget(snapshot) {
      answers.drop(`${snapshot} `);
      for (const thread of all()) thread.forget(snapshot);
    },
    load: () => all().reduce((sum, thread) => ({ cacheBytes: sum.cacheBytes + thread.cacheBytes(), waiting: sum.waiting + Math.max(0, thread.length() - 1), running: sum.running + Math.min(1, thread.length()) }), { cacheBytes: answers.bytes, waiting: 0, running: 0 }),
    async close() {
      closed = true;
      await Promise.all(all().map((thread) => thread.close()));
    },
  };
}

/** Begins with the snapshot, by which answers are forgotten. */
function keyOf(task: Task): string {
  const { lane, snapshot, asked: { method, url, body, who }, context: { digest } } = task;
  // What is merely looked up is asked too often for more.
  return `${snapshot} ${JSON.stringify([lane, method, mayBeKept(task) ? sorted(url) : url, digest, method === 'GET' ? '' : [who, body]])}`;
}

/** The same question in whatever order its parameters stand. */
function sorted(url: string): string {
  const at = url.indexOf('?');
  if (at < 0) return url;
  const parameters = new URLSearchParams(url.slice(at));
  parameters.sort();
  return `${url.slice(0, at)}?${parameters.toString()}`;
}

/** A judgement that nobody waits for holds up another one; the same one is on the way to what is asked. */
const givesWay = (other: Waiting, { lane, snapshot, asked: { url } }: Task): boolean => other.prepared === true && other.waiters < 2 && lane === 'judge' && other.lane === lane && (other.snapshot !== snapshot || !isWithin(wishOf(url), wishOf(other.asked.url)));

/** Whether what one wish says the other says too. */
function isWithin(wish: string, other: string): boolean {
  const said = new URLSearchParams(other);
  const own = new URLSearchParams(wish);
  return [...new Set(own.keys())].every((name) => own.getAll(name).join() === said.getAll(name).join());
}

const closing = (): HttpProblem => new HttpProblem(503, 'The server is closing.', { retryAfter: 5 });

const unmade = async (): Promise<never> => {
  throw new TypeError('the answer was forgotten meanwhile');
};

const busy = ({ waiting }: Limits): HttpProblem => new HttpProblem(503, `${waiting} requests wait to be computed already: try again later.`, { retryAfter: 10 });
