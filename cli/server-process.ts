import { resolve } from 'node:path';
import { UserError } from '../model/errors.ts';
import type { ThreadPool } from '../server/compute/pool.ts';
import type { JobWorker } from '../server/jobs/worker.ts';
import { defaultLimits, type ServerOptions } from '../server/options.ts';
import { byteLimit } from './byte-limit.ts';
import type { Io, OptionTable, Values } from './command.ts';
import { computeThreads } from './compute-threads.ts';
import { loadConfig } from './config.ts';
import { configOptions, snapshotOptions } from './options.ts';
import { ruleRegistry } from './registry.ts';
import { serverOptions } from './server-options.ts';
import { today } from './today.ts';

/** Options of the commands that work on a store: serve and work. */
export const processOptions = {
  data: { type: 'string', value: '<folder>', describe: 'Folder that everything is kept in, made where there is none (default .regionready)' },
  databaseUrl: { type: 'string', value: '<url>', describe: 'Keep everything in this PostgreSQL database instead: postgres://user@host/name. REGIONREADY_DATABASE_URL says the same without showing a password in the list of processes' },
  scanRoot: { type: 'string', value: '<folder>', describe: 'Folder of templates and code that scheduled scans may read; without it they ask AWS only' },
  threadMegabytes: { type: 'string', value: '<megabytes>', describe: `Memory that each thread may take that keeps and judges estates (default ${defaultLimits.threadMegabytes}); there is one for each processor, and two at least` },
  ...configOptions,
  ...snapshotOptions,
} as const satisfies OptionTable;

export interface ServerProcess {
  readonly options: ServerOptions;
  readonly threads: ThreadPool;
  /** Takes scans from the queue. */
  work(): Promise<JobWorker>;
}

/** The store, the configuration and the threads that the options name. The caller closes threads and store. */
export async function serverProcess(values: Values<typeof processOptions>, io: Io, access: ServerOptions['access']): Promise<ServerProcess> {
  const snapshotBytes = byteLimit(values.maxSnapshotBytes);
  const threadMegabytes = megabytesOf(values.threadMegabytes);
  const loaded = await loadConfig({ cwd: io.cwd, rules: ruleRegistry, explicit: values.config, lookup: values.configLookup ?? true });
  today(io.env);
  // Loaded here: every other command does without the server.
  const [{ threadPool }, { openFolder, openUrl }] = await Promise.all([import('../server/compute/pool.ts'), import('../server/store/open.ts')]);
  const url = values.databaseUrl ?? io.env['REGIONREADY_DATABASE_URL'];
  const data = resolve(io.cwd, values.data ?? '.regionready');
  const store = url === undefined || url === '' ? await openFolder(data) : await openUrl(url);
  const given = serverOptions({ store, loaded, access, log: io.stderr, snapshotBytes }, io);
  const limits = { ...given.limits, threadMegabytes };
  const threads = threadPool(computeThreads(loaded, { cwd: io.cwd, limits }), { store, limits, log: given.log });
  const options = { ...given, limits, threads };
  const root = values.scanRoot === undefined ? undefined : resolve(io.cwd, values.scanRoot);
  return { options, threads, work: async () => (await import('./job-worker.ts')).jobWorker({ options, threads, folder: data, root, config: loaded.path }) };
}

function megabytesOf(text: string | undefined): number {
  if (text === undefined) return defaultLimits.threadMegabytes;
  if (/^[1-9]\d{1,6}$/.test(text)) return Number(text);
  throw new UserError('RR103', `--thread-megabytes ${text} is no number of megabytes.`);
}

/** Until the process is asked to end. Who asks twice ends it at once. */
export function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
