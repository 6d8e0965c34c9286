import { join } from 'node:path';
import { messageOf } from '../model/errors.ts';
import type { ThreadPool } from '../server/compute/pool.ts';
import { judgingIn } from '../server/jobs/judging.ts';
import { startWorker, type JobWorker } from '../server/jobs/worker.ts';
import type { ServerOptions } from '../server/options.ts';
import { scanRunner } from './scan-runner.ts';

export interface JobWorking {
  readonly options: ServerOptions;
  readonly threads: ThreadPool;
  /** Folder that jobs work in. */
  readonly folder: string;
  /** Folder that scans may read, absolute. */
  readonly root: string | undefined;
  /** Configuration file that scans are given. */
  readonly config: string | undefined;
}

/** Takes scans from the store's queue as long as it is open. */
export function jobWorker({ options, threads, folder, root, config }: JobWorking): JobWorker {
  const line = (thrown: unknown): string => `${JSON.stringify({ level: 50, time: Date.now(), msg: 'jobs', err: { message: messageOf(thrown) } })}\n`;
  return startWorker({
    store: options.store,
    runner: scanRunner({ folder: join(folder, 'jobs'), root, options: config === undefined ? ['--no-config-lookup'] : [`--config=${config}`] }),
    judge: judgingIn(threads, options),
    snapshotBytes: options.limits.snapshotBytes,
    report: (thrown) => options.log?.write(line(thrown)),
  });
}
