import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { messageOf, UserError } from '../../model/errors.ts';
import type { Actor, Lease, Outcome, Store } from '../store/store.ts';
import type { Job, Scan } from './api.ts';

/** What runs a scan, outside of the process that holds the job. */
export interface ScanRunner {
  /** Runs it to its end. `tell` is called with what it does at the moment, as often as it likes. Throws UserError for what another attempt would not mend. */
  run(scan: Scan, job: Job, around: { tell(text: string): void; readonly signal: AbortSignal }): Promise<Scanned>;
  /** Takes away what jobs left behind that are over. */
  clear(isOver: (job: string) => Promise<boolean>): Promise<void>;
}

export interface Scanned {
  /** The snapshot. */
  open(): Readable;
  readonly complete: boolean;
  /** What the scan said at its end. */
  readonly notes: readonly string[];
  /** Takes the snapshot away, and what could have been continued. */
  discard(): Promise<void>;
}

export interface WorkerOptions {
  readonly store: Store;
  readonly runner: ScanRunner;
  /** Judges a snapshot and keeps the judgement. */
  readonly judge: (snapshot: string, wish: Scan['judge'][number], actor: Actor) => Promise<void>;
  readonly snapshotBytes: number;
  /** Told what goes wrong outside of jobs: a database that is away. */
  readonly report: (thrown: unknown) => void;
  readonly leaseMs?: number;
  readonly pollMs?: number;
}

export interface JobWorker {
  /** Lets the job that runs go on elsewhere, at once, and stops. */
  close(): Promise<void>;
}

/** Takes jobs one after the other as long as it is open. Any number of processes may do so on one store. */
export function startWorker({ store, runner, judge, snapshotBytes, report, leaseMs = 30_000, pollMs = 1000 }: WorkerOptions): JobWorker {
  const worker = `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`;
  const closing = new AbortController();
  const ended = (async () => {
    await runner.clear(async (job) => !['queued', 'running'].includes((await store.jobs.get(job))?.state ?? 'none')).catch(report);
    while (!closing.signal.aborted) {
      const job = await next().catch(report);
      if (job === undefined) await pause(pollMs, closing.signal);
      else await work(job).catch(report);
    }
  })();

  async function next(): Promise<Job | undefined> {
    await store.scans.schedule();
    return closing.signal.aborted ? undefined : store.jobs.claim(worker, leaseMs);
  }

  async function work(job: Job): Promise<void> {
    const lease: Lease = { job: job.id, worker, attempt: job.attempt };
    const stop = new AbortController();
    const onClose = (): void => stop.abort('closing');
    closing.signal.addEventListener('abort', onClose, { once: true });
    const renewing = setInterval(() => {
      store.jobs.renew(lease, leaseMs).then((state) => {
        if (state !== 'held') stop.abort(state);
      }, report);
    }, Math.max(50, leaseMs / 3));
    try {
      await finish(lease, await outcomeOf(job, lease, stop.signal));
    } finally {
      clearInterval(renewing);
      closing.signal.removeEventListener('abort', onClose);
    }
  }

  async function finish(lease: Lease, outcome: Outcome | 'lost'): Promise<void> {
    if (outcome !== 'lost') await store.jobs.end(lease, outcome);
  }

  async function outcomeOf(job: Job, lease: Lease, signal: AbortSignal): Promise<Outcome | 'lost'> {
    try {
      const scan = await store.scans.get(job.scan);
      if (scan === undefined) return 'lost';
      return await scanned(scan, { job, lease, signal });
    } catch (thrown) {
      if (signal.reason === 'lost') return 'lost';
      if (signal.reason === 'cancel') return { state: 'cancelled' };
      if (signal.reason === 'closing') return { state: 'failed', problem: 'the process that ran it was closed', final: false };
      if (!(thrown instanceof UserError)) report(thrown);
      return { state: 'failed', problem: messageOf(thrown), final: thrown instanceof UserError };
    }
  }

  async function scanned(scan: Scan, { job, lease, signal }: { readonly job: Job; readonly lease: Lease; readonly signal: AbortSignal }): Promise<Outcome> {
    const tell = throttled((text) => store.jobs.tell(lease, { kind: 'progress', text }).catch(report), 500);
    const made = await runner.run(scan, job, { tell, signal });
    signal.throwIfAborted();
    const actor: Actor = { who: `scan ${scan.name}`, request: `job ${job.id}` };
    // From here on everything is idempotent: an attempt that is killed between two of these lines is repeated without harm.
    const { snapshot } = await store.snapshots.put(made.open(), { name: scan.name, maxBytes: snapshotBytes }, actor);
    for (const text of made.notes) await store.jobs.tell(lease, { kind: 'note', text });
    for (const wish of scan.judge) {
      signal.throwIfAborted();
      tell(`Judging for ${wish.target}`);
      await judge(snapshot.id, wish, actor);
    }
    await made.discard();
    return { state: 'done', snapshot: snapshot.id, complete: made.complete };
  }

  return {
    async close() {
      closing.abort();
      await ended;
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    }
    signal.addEventListener('abort', end, { once: true });
  });
}

/** Calls at most once in a while; what comes between is forgotten. */
function throttled(call: (text: string) => unknown, ms: number): (text: string) => void {
  let last = -Infinity;
  let said = '';
  return (text) => {
    if (text === said || performance.now() - last < ms) return;
    said = text;
    last = performance.now();
    call(text);
  };
}
