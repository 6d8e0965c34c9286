import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadStart } from '../server/compute/channel.ts';
import { serveThread } from '../server/compute/thread.ts';
import type { Config } from '../model/config.ts';
import { loadConfig } from './config.ts';
import { ruleRegistry } from './registry.ts';
import { serverOptions } from './server-options.ts';

/** A thread of the server that keeps estates and judges them. */
export interface ThreadData {
  readonly config: Config;
  readonly folder: string;
  /** The configuration file, where rules of its own are to be loaded from it: functions do not travel between threads. */
  readonly ownRules: string | undefined;
  readonly cwd: string;
  readonly snapshotBytes: number;
  /** Bytes of views that this thread keeps. */
  readonly cacheBytes: number;
}

module.enableCompileCache?.();
if (parentPort === null) throw new Error('this module is the start of a thread');
const { start, data } = workerData as { readonly start: ThreadStart; readonly data: ThreadData };
const { cwd, config, folder, ownRules, snapshotBytes, cacheBytes } = data;
const own = ownRules === undefined ? [] : ((await loadConfig({ cwd, rules: ruleRegistry, explicit: ownRules, lookup: false })).own ?? []);
const io = { cwd, env: {}, stdout: process.stdout, stderr: process.stderr };
await serveThread(parentPort, start, (store) => {
  const options = serverOptions({ store, loaded: { config, folder, own }, access: 'open', snapshotBytes }, io);
  return { ...options, limits: { ...options.limits, cacheBytes } };
});
