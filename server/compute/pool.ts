import type { Lane, Limits, ServerOptions, Threads } from '../options.ts';
import { lru } from '../lru.ts';
import { HttpProblem } from '../problem.ts';
import type { Load } from '../routes/metrics.ts';
import type { Context } from '../views.ts';
import type { Answered, Asked } from './channel.ts';
import { threadFor, type ComputingThread } from './computing-thread.ts';

export interface Task {
  readonly lane: Lane;
  readonly snapshot: string;
  readonly asked: Asked;
  readonly context: Context;
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
  let closed = false;

  function laneOf(lane: Lane): ComputingThread[] {
    return Array.from({ length: threads.sizes[lane] }, () => threadFor({ ...threads, lane, done: (task) => pending.delete(task.key) }, around));
  }

  /** The thread that has the estate and least to do, else the one with least to do. */
  function choose(lane: Lane, snapshot: string): ComputingThread {
    const holding = lanes[lane].filter((thread) => thread.holds(snapshot));
    return (holding.length > 0 ? holding : lanes[lane]).reduce((best, thread) => (thread.length() < best.length() ? thread : best));
  }

  function enter(task: Task): Waiting {
    const { lane } = task;
    const key = keyOf(task);
    const known = pending.get(key);
    if (known !== undefined) return known;
    if (lanes[lane].reduce((sum, thread) => sum + thread.length(), 0) >= limits.waiting) throw busy(limits);
    const entered: Waiting = { ...task, key, answer: Promise.withResolvers<Answered>(), waiters: 0 };
    // Every waiter hears of a failure; none may be left where all have gone.
    entered.answer.promise.then((answered) => keep(key, task, answered), () => undefined);
    pending.set(key, entered);
    choose(lane, task.snapshot).push(entered);
    return entered;
  }

  function keep(key: string, { snapshot, asked: { method } }: Task, answered: Answered): void {
    if (snapshot !== '' && method === 'GET' && answered.status === 200 && (answered.ms ?? 0) >= dear) void answers.get(key, async () => answered, ({ body }) => body.length);
  }

  return {
    async ask(task, signal) {
      if (closed) throw new HttpProblem(503, 'The server is closing.');
      const key = keyOf(task);
      if (answers.has(key)) return answers.get<Answered>(key, unmade, () => 0);
      const waiting = enter(task);
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
const keyOf = ({ lane, snapshot, asked: { method, url, body, who }, context: { digest } }: Task): string => `${snapshot} ${JSON.stringify([lane, method, url, digest, method === 'GET' ? '' : [who, body]])}`;

const unmade = async (): Promise<never> => {
  throw new TypeError('the answer was forgotten meanwhile');
};

const busy = ({ waiting }: Limits): HttpProblem => new HttpProblem(503, `${waiting} requests wait to be computed already: try again later.`, { retryAfter: 10 });
