import { Worker } from 'node:worker_threads';
import { UserError } from '../../model/errors.ts';
import type { Lane, ServerOptions, Threads } from '../options.ts';
import { HttpProblem } from '../problem.ts';
import type { FromThread, StoreCalls, ThreadStart, ToThread } from './channel.ts';
import type { Waiting } from './pool.ts';

/** A thread, started with its first task and anew after it has failed. It answers one task after the other. */
export interface ComputingThread {
  push(task: Waiting): void;
  /** Takes it out of the queue, or lets the thread stop at it. */
  cancel(task: Waiting): void;
  holds(snapshot: string): boolean;
  forget(snapshot: string): void;
  /** Tasks that run or wait. */
  length(): number;
  cacheBytes(): number;
  close(): Promise<void>;
}

interface Given extends Threads {
  readonly lane: Lane;
  /** Told when a task has its answer or has failed. */
  done(task: Waiting): void;
}

interface Started {
  readonly worker: Worker;
  readonly stop: Int32Array;
  /** Digest of the context that it was told last. */
  digest: string;
  /** It has loaded what it needs. */
  ready: boolean;
}

export function threadFor({ entry, data, lane, done }: Given, { store, limits, log }: Pick<ServerOptions, 'store' | 'limits' | 'log'>): ComputingThread {
  const queue: Waiting[] = [];
  const held = new Set<string>();
  let started: Started | undefined;
  let running: { readonly task: Waiting; readonly number: number; timer?: NodeJS.Timeout } | undefined;
  let count = 0;
  let cacheBytes = 0;
  const calls: StoreCalls = { snapshot: (id) => store.snapshots.get(id), chunk: (id, place) => store.snapshots.chunk(id, place), content: (id) => store.readinesses.content(id), keep: (readiness, actor) => store.readinesses.keep(readiness, actor) };

  function start(): Started {
    const stop = new SharedArrayBuffer(4);
    const start: ThreadStart = { stop, gentle: lane === 'judge' };
    const worker = new Worker(entry, { workerData: { start, data }, resourceLimits: { maxOldGenerationSizeMb: limits.threadMegabytes } });
    worker.on('message', (message: FromThread) => heard(worker, message));
    worker.on('error', (thrown: NodeJS.ErrnoException) => failed(worker, thrown.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : thrown));
    worker.on('exit', () => failed(worker, new Error('a thread that computes has ended')));
    return { worker, stop: new Int32Array(stop), digest: '', ready: false };
  }

  function heard(worker: Worker, message: FromThread): void {
    if (message.type === 'ready' && started?.worker === worker) {
      started.ready = true;
      time(worker);
    }
    if (message.type === 'log') log?.write(message.line);
    if (message.type === 'call') void answerCall(worker, message);
    if (message.type !== 'answer') return;
    cacheBytes = message.cacheBytes;
    if (running?.number !== message.task) return;
    const { task } = running;
    if (message.error !== undefined) ended(() => task.answer.reject(new Error(message.error)));
    else if (message.answered === undefined) ended(() => task.answer.reject(new HttpProblem(499, 'Nobody waits for the answer any more.')));
    else ended(() => task.answer.resolve(message.answered as NonNullable<typeof message.answered>));
  }

  async function answerCall(worker: Worker, { call, name, args }: Extract<FromThread, { type: 'call' }>): Promise<void> {
    const reply = (told: { readonly value?: unknown; readonly error?: string }): void => post(worker, { type: 'told', call, ...told });
    await (calls[name] as (...given: readonly unknown[]) => Promise<unknown>)(...args).then((value) => reply({ value }), (thrown: Error) => reply({ error: thrown.message }));
  }

  function next(): void {
    const task = running === undefined ? queue.shift() : undefined;
    if (task === undefined) return;
    started ??= start();
    const { worker, stop } = started;
    const number = ++count;
    Atomics.store(stop, 0, 0);
    const { digest, today, said } = task.context;
    held.add(task.snapshot);
    running = { task, number };
    if (started.ready) time(worker);
    post(worker, { type: 'ask', task: number, asked: task.asked, digest, today, ...(started.digest === digest ? {} : { said }) });
    started.digest = digest;
  }

  function time(worker: Worker): void {
    if (running !== undefined) running.timer = setTimeout(() => failed(worker, new HttpProblem(503, `The answer took more than ${limits.computeSeconds} seconds to compute.`)), limits.computeSeconds * 1000);
  }

  function ended(tell: () => void): void {
    if (running === undefined) return;
    const { task, timer } = running;
    clearTimeout(timer);
    running = undefined;
    done(task);
    tell();
    next();
  }

  /** The thread is given up with all that it keeps; what waits goes on in a new one. */
  function failed(worker: Worker, thrown: Error): void {
    if (started?.worker !== worker) return;
    started = undefined;
    held.clear();
    cacheBytes = 0;
    void worker.terminate();
    const task = running?.task;
    ended(() => task?.answer.reject(thrown));
  }

  const tooLarge = (): UserError => new UserError('RR305', `The estate needs more than the ${limits.threadMegabytes} MB that a thread may take.`, { hint: 'Give threads more with --thread-megabytes.' });

  return {
    push(task) {
      queue.push(task);
      next();
    },
    cancel(task) {
      const place = queue.indexOf(task);
      if (place >= 0) queue.splice(place, 1);
      else if (running?.task === task && started !== undefined) Atomics.store(started.stop, 0, running.number);
    },
    holds: (snapshot) => held.has(snapshot),
    forget(snapshot) {
      held.delete(snapshot);
      if (started !== undefined) post(started.worker, { type: 'forget', snapshot });
    },
    length: () => queue.length + (running === undefined ? 0 : 1),
    cacheBytes: () => cacheBytes,
    async close() {
      const worker = started?.worker;
      started = undefined;
      for (const task of queue.splice(0)) task.answer.reject(new HttpProblem(503, 'The server is closing.'));
      const task = running?.task;
      ended(() => task?.answer.reject(new HttpProblem(503, 'The server is closing.')));
      await worker?.terminate();
    },
  };
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
const post = (worker: Worker, message: ToThread): void => worker.postMessage(message);
