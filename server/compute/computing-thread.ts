import { Worker } from 'node:worker_threads';
import { UserError } from '../../model/errors.ts';
import type { Lane, ServerOptions, Threads } from '../options.ts';
import { HttpProblem } from '../problem.ts';
import { ahead, noticeOf, slotOf, type AnswerToAsk, type Ask, type FromThread, type StoreCalls, type ThreadStart, type ToThread } from './channel.ts';
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
  readonly notice: Int32Array;
  /** Digest of the context that it was told last. */
  digest: string;
  /** It has loaded what it needs. */
  ready: boolean;
}

export function threadFor({ entry, data, lane, done }: Given, { store, limits, log }: Pick<ServerOptions, 'store' | 'limits' | 'log'>): ComputingThread {
  const queue: Waiting[] = [];
  /** What the thread was told to compute, by number, in the order in which it does. */
  const sent = new Map<number, Waiting>();
  const held = new Set<string>();
  let started: Started | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sending: NodeJS.Immediate | undefined;
  let count = 0;
  let cacheBytes = 0;
  const calls: StoreCalls = { snapshot: (id) => store.snapshots.get(id), chunk: (id, place) => store.snapshots.chunk(id, place), content: (id) => store.readinesses.content(id), keep: (readiness, actor) => store.readinesses.keep(readiness, actor) };

  function start(): Started {
    const notice = noticeOf(lane);
    const start: ThreadStart = { notice, gentle: lane === 'judge' };
    const worker = new Worker(entry, { workerData: { start, data }, resourceLimits: { maxOldGenerationSizeMb: limits.threadMegabytes } });
    worker.on('message', (message: FromThread) => heard(worker, message));
    worker.on('error', (thrown: NodeJS.ErrnoException) => failed(worker, thrown.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : thrown));
    worker.on('exit', () => failed(worker, new Error('a thread that computes has ended')));
    return { worker, notice: new Int32Array(notice), digest: '', ready: false };
  }

  function heard(worker: Worker, message: FromThread): void {
    if (message.type === 'ready' && started?.worker === worker) {
      started.ready = true;
      time(worker);
    }
    if (message.type === 'log') log?.write(message.line);
    if (message.type === 'call') void answerCall(worker, message);
    if (message.type !== 'answers' || started?.worker !== worker) return;
    cacheBytes = message.cacheBytes;
    for (const answer of message.answers) take(answer);
    time(worker);
    send();
  }

  function take({ task: number, answered, error }: AnswerToAsk): void {
    const task = sent.get(number);
    if (task === undefined) return;
    sent.delete(number);
    done(task);
    if (error !== undefined) task.answer.reject(new Error(error));
    else if (answered === undefined) task.answer.reject(unwanted());
    else task.answer.resolve(answered);
  }

  async function answerCall(worker: Worker, { call, name, args }: Extract<FromThread, { type: 'call' }>): Promise<void> {
    const reply = (told: { readonly value?: unknown; readonly error?: string }): void => post(worker, { type: 'told', call, ...told });
    await (calls[name] as (...given: readonly unknown[]) => Promise<unknown>)(...args).then((value) => reply({ value }), (thrown: Error) => reply({ error: thrown.message }));
  }

  /** Once for all that came in this turn of the loop, and where the thread is at work, since: a message between threads costs as much as a small answer. */
  function sendSoon(): void {
    sending ??= setImmediate(() => {
      sending = undefined;
      if (sent.size === 0 || queue.length >= ahead[lane] / 4) send();
    });
  }

  function send(): void {
    const tasks = queue.splice(0, ahead[lane] - sent.size);
    if (tasks.length === 0) return;
    started ??= start();
    const { worker } = started;
    const wasIdle = sent.size === 0;
    post(worker, { type: 'asks', asks: tasks.map(askOf) });
    if (wasIdle) time(worker);
  }

  function askOf(task: Waiting): Ask {
    const { asked, snapshot, context: { digest, today, said } } = task;
    count = (count % 2 ** 30) + 1;
    held.add(snapshot);
    sent.set(count, task);
    const isKnown = started?.digest === digest;
    if (started !== undefined) started.digest = digest;
    return { task: count, asked, digest, today, ...(isKnown ? {} : { said }) };
  }

  /** From when a task is the first one: those behind it have not begun. */
  function time(worker: Worker): void {
    clearTimeout(timer);
    if (started?.ready === true && sent.size > 0) timer = setTimeout(() => failed(worker, new HttpProblem(503, `The answer took more than ${limits.computeSeconds} seconds to compute.`)), limits.computeSeconds * 1000);
  }

  /** The thread is given up with all that it keeps; what waits goes on in a new one. */
  function failed(worker: Worker, thrown: Error): void {
    if (started?.worker !== worker) return;
    const { notice } = started;
    started = undefined;
    clearTimeout(timer);
    held.clear();
    cacheBytes = 0;
    void worker.terminate();
    const waiting = [...sent];
    sent.clear();
    // What it was at is to blame; others may have been computed, and not told yet.
    const current = Atomics.load(notice, 0);
    const [first] = waiting[0] ?? [];
    const blamed = waiting.some(([number]) => number === current) ? current : first;
    for (const [number, task] of waiting) {
      const isUnwanted = Atomics.load(notice, slotOf(notice, number)) === number;
      if (number !== blamed && !isUnwanted) continue;
      done(task);
      task.answer.reject(number === blamed ? thrown : unwanted());
    }
    queue.unshift(...waiting.flatMap(([number, task]) => (number === blamed || Atomics.load(notice, slotOf(notice, number)) === number ? [] : [task])));
    sendSoon();
  }

  const tooLarge = (): UserError => new UserError('RR305', `The estate needs more than the ${limits.threadMegabytes} MB that a thread may take.`, { hint: 'Give threads more with --thread-megabytes.' });

  return {
    push(task) {
      queue.push(task);
      sendSoon();
    },
    cancel(task) {
      const place = queue.indexOf(task);
      if (place >= 0) queue.splice(place, 1);
      if (started !== undefined) for (const [number, each] of sent) if (each === task) Atomics.store(started.notice, slotOf(started.notice, number), number);
    },
    holds: (snapshot) => held.has(snapshot),
    forget(snapshot) {
      held.delete(snapshot);
      if (started !== undefined) post(started.worker, { type: 'forget', snapshot });
    },
    length: () => queue.length + sent.size,
    cacheBytes: () => cacheBytes,
    async close() {
      const worker = started?.worker;
      started = undefined;
      clearTimeout(timer);
      clearImmediate(sending);
      for (const task of [...sent.values(), ...queue.splice(0)]) {
        done(task);
        task.answer.reject(new HttpProblem(503, 'The server is closing.', { retryAfter: 5 }));
      }
      sent.clear();
      await worker?.terminate();
    },
  };
}

const unwanted = (): HttpProblem => new HttpProblem(499, 'Nobody waits for the answer any more.');

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
const post = (worker: Worker, message: ToThread): void => worker.postMessage(message);
