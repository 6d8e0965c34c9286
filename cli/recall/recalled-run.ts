import { gitListHash } from '../../scanner/files/git-list.ts';
import type { ExitCode, Io } from '../command.ts';
import { placeOf } from './place.ts';
import { readRun } from './run-file.ts';
import { isAsStamped, type Stamped } from './stamps.ts';

/**
 * Says what the last run of the same line said, if nothing that it hangs on has changed since; undefined if it has to be run. So that it
 * costs little more than looking at each file, it loads nothing of the program.
 */
export async function recalledRun(argv: readonly string[], io: Io): Promise<ExitCode | undefined> {
  const place = placeOf(argv, io);
  const run = place === undefined ? undefined : readRun(place);
  if (run === undefined) return undefined;
  const listings = Promise.all(run.listings.map(async ({ folder, hash }) => (await gitListHash(folder)) === hash));
  if (!(await areAsStamped(run)) || !(await listings).every((same) => same)) return undefined;
  io.stdout.write(run.stdout);
  if (run.stderr !== '') io.stderr.write(run.stderr);
  return run.code;
}

/** Paths between which git is listened to, so that it works meanwhile. */
const slice = 512;

async function areAsStamped(stamped: Stamped): Promise<boolean> {
  for (let index = 0; index < stamped.paths.length; index += 1) {
    if (!isAsStamped(stamped, index)) return false;
    if (index % slice === slice - 1) await new Promise((done) => setImmediate(done));
  }
  return true;
}
