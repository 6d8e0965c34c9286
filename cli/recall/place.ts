import { join, resolve } from 'node:path';
import { contentHash } from '../../scanner/content-hash.ts';
import { cacheFolderIn } from '../cache-folder.ts';
import type { Io } from '../command.ts';

/** Where a run is remembered, and all that it was told by the process it ran in. */
export interface RunPlace {
  readonly path: string;
  readonly key: string;
}

/** What a command reads of its environment beside files. */
const settings = ['NO_COLOR', 'FORCE_COLOR', 'TERM', 'REGIONREADY_TODAY'];

/**
 * Undefined for runs that are not remembered: of other commands than lint, without a cache, and those that draw their progress on a
 * terminal. One line has one place; the day, which exemptions expire by, is a part of the key.
 */
export function placeOf(argv: readonly string[], { cwd, env, stdout, stderr }: Io, now: Date = new Date()): RunPlace | undefined {
  const folder = cacheFolderIn(argv);
  if (argv[0] !== 'lint' || folder === undefined || stderr.isTTY === true) return undefined;
  const asked = [argv, cwd, settings.map((name) => env[name] ?? null), stdout.isTTY === true, stdout.columns ?? null];
  const name = `run-${contentHash(JSON.stringify(asked)).slice(0, 16)}`;
  return { path: join(resolve(cwd, folder), name), key: JSON.stringify([...asked, now.toISOString().slice(0, 10), process.versions.node, process.execPath, process.getuid?.() ?? null]) };
}
