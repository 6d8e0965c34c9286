import { availableParallelism } from 'node:os';
import type { Limits, Threads } from '../server/options.ts';
import type { ThreadData } from './compute-thread.ts';
import type { LoadedConfig } from './config.ts';

/** The threads that a server computes in: one for each processor, two at least, of which one in four only looks things up. */
export function computeThreads({ config, folder, path, own = [] }: LoadedConfig, { cwd, limits }: { readonly cwd: string; readonly limits: Limits }): Threads {
  const processors = availableParallelism();
  const sizes = { browse: Math.max(1, Math.floor(processors / 4)), judge: Math.max(1, Math.min(8, processors - Math.floor(processors / 4) - 1)) };
  // Half of a heap: what is computed on the way needs room too.
  const cacheBytes = (limits.threadMegabytes / 2) * 1024 ** 2;
  const data: ThreadData = { config, folder, cwd, cacheBytes, ownRules: own.length === 0 ? undefined : path, snapshotBytes: limits.snapshotBytes };
  return { entry: new URL(import.meta.url.replace(/compute-threads(?=\.[a-z]+$)/, 'compute-thread')), data, sizes };
}
