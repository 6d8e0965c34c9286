import { fork } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { UserError } from '../model/errors.ts';
import type { Scan } from '../server/jobs/api.ts';
import type { ScanRunner } from '../server/jobs/worker.ts';
import type { ScanOrder, ScanSaid } from './scan-child.ts';

export interface ScanRunnerOptions {
  /** Folder that jobs work in; each has one of its own in it, from which a later attempt on the same machine continues. */
  readonly folder: string;
  /** Folder that paths of scans are in; undefined where none may be read. */
  readonly root: string | undefined;
  /** Options that every scan gets: the configuration. */
  readonly options: readonly string[];
}

/** Runs the scans of jobs by the command `scan`, each in a process of its own. */
export function scanRunner({ folder, root, options }: ScanRunnerOptions): ScanRunner {
  return {
    async run(scan, job, { tell, signal }) {
      const own = join(folder, job.id);
      await mkdir(own, { recursive: true, mode: 0o700 });
      const output = join(own, 'estate.snapshot.gz');
      const argv = ['scan', ...options, ...argumentsOf(scan), '-o', output, '--', ...(await inside(scan.paths, root))];
      const { code, notes } = await child({ argv, cwd: root ?? own }, { tell, signal });
      if (code !== 0 && code !== 3) throw new Error(notes.join('\n') || `the scan ended with ${code}`);
      return { open: () => createReadStream(output), complete: code === 0, notes, discard: () => rm(own, { recursive: true, force: true }) };
    },
    async clear(isOver) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      for (const name of await readdir(folder)) if (await isOver(name)) await rm(join(folder, name), { recursive: true, force: true });
    },
  };
}

/** Values follow their option after `=`, so that none can be read as another option. */
function argumentsOf({ aws, home = [], targets = [] }: Scan): string[] {
  const { profile, accounts = [], role, externalId, regions = [], aggregator } = aws ?? {};
  const each = Object.entries({ profile, role, 'external-id': externalId, aggregator, accounts: listed(accounts), regions: listed(regions), home: listed(home), target: listed(targets) });
  return [...(aws === undefined ? [] : ['--aws', '--resume']), ...each.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]))];
}

const listed = (values: readonly string[]): string | undefined => (values.length === 0 ? undefined : values.join(','));

/** The paths where no link leads out of the folder. Throws RR904. */
async function inside(paths: readonly string[], root: string | undefined): Promise<string[]> {
  if (paths.length > 0 && root === undefined) throw new UserError('RR904', 'This process reads no folders.', { hint: 'Start it with --scan-root.' });
  const base = root === undefined ? '' : await realpath(root);
  return Promise.all(paths.map(async (path) => {
    const real = await realpath(resolve(base, path)).catch(() => undefined);
    if (real === undefined) throw new UserError('RR904', `There is no ${path} in the folder of scans.`);
    if (real !== base && !real.startsWith(base.endsWith(sep) ? base : `${base}${sep}`)) throw new UserError('RR904', `${path} leads out of the folder of scans.`);
    return real;
  }));
}

/** Runs the order in a process of its own, which a signal kills. */
function child(order: ScanOrder, { tell, signal }: { tell(text: string): void; readonly signal: AbortSignal }): Promise<{ readonly code: number; readonly notes: readonly string[] }> {
  return new Promise((done, failed) => {
    const entry = new URL(import.meta.url.replace(/scan-runner(?=\.[a-z]+$)/, 'scan-child'));
    const process = fork(entry, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], signal, killSignal: 'SIGKILL' });
    let last: { readonly code: number; readonly notes: readonly string[] } | undefined;
    process.on('message', (said: ScanSaid) => {
      if ('progress' in said) tell(said.progress);
      else last = said;
    });
    process.on('error', failed);
    process.on('exit', (code, killed) => {
      if (last === undefined) failed(new Error(`the process that scanned ended ${killed === null ? `with ${code}` : `by ${killed}`}`));
      else done(last);
    });
    process.send(order);
  });
}
