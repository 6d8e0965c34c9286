import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { discard, prepareFolder } from '../../scanner/code/cache/folder.ts';
import { contentHash } from '../../scanner/content-hash.ts';
import type { GitListing } from '../../scanner/files/basis.ts';
import type { RunPlace } from './place.ts';
import { bytesOfStamps, type Stamped } from './stamps.ts';

/** What a run said, and what that hangs on. */
export interface RememberedRun extends Stamped {
  readonly code: 0 | 1;
  readonly stdout: string;
  readonly stderr: string;
  readonly listings: readonly GitListing[];
}

interface Head {
  readonly format: string;
  /** Inode of the file itself: a copy of it, such as one that was checked in, is no memory of ours. */
  readonly inode: number;
  readonly sum: string;
  readonly key: string;
  readonly code: 0 | 1;
  readonly listings: readonly GitListing[];
  /** Number of paths; bytes of the paths and of what was said to each output. */
  readonly sizes: readonly [paths: number, pathBytes: number, stdout: number, stderr: number];
}

const format = 'regionready/run/1';
/** Bytes of a run, and runs of a folder, beyond which nothing is remembered. */
const sizeLimit = 64 * 1024 * 1024;
const runLimit = 8;

/** Undefined where no run of this key is remembered. Anything that is not as we write it is nothing. */
export function readRun({ path, key }: RunPlace): RememberedRun | undefined {
  try {
    const { size, ino } = statSync(path);
    if (size > sizeLimit) return undefined;
    const bytes = readFileSync(path);
    const end = bytes.indexOf('\n');
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
    const body = bytes.subarray(end + 1);
    if (head.format !== format || head.inode !== ino || head.key !== key || head.sum !== sumOf(head, body)) return undefined;
    return { code: head.code, listings: head.listings, ...partsOf(body, head.sizes) };
  } catch {
    return undefined;
  }
}

function partsOf(body: Buffer, [count, pathBytes, stdoutBytes]: Head['sizes']): Pick<RememberedRun, 'stamps' | 'paths' | 'stdout' | 'stderr'> {
  const [paths, stdout] = [bytesOfStamps(count), bytesOfStamps(count) + pathBytes];
  const stderr = stdout + stdoutBytes;
  return {
    stamps: new Float64Array(Uint8Array.from(body.subarray(0, paths)).buffer),
    paths: body.toString('utf8', paths, stdout).split('\0'),
    stdout: body.toString('utf8', stdout, stderr),
    stderr: body.toString('utf8', stderr),
  };
}

/** Writes beside the place and moves it there. Where it cannot be written nothing is remembered, which is no reason to fail. */
export function writeRun({ path, key }: RunPlace, { paths, stamps, stdout, stderr, code, listings }: RememberedRun): void {
  const parts = [Buffer.from(stamps.buffer, stamps.byteOffset, stamps.byteLength), Buffer.from(paths.join('\0')), Buffer.from(stdout), Buffer.from(stderr)] as const;
  const body = Buffer.concat(parts);
  if (body.length > sizeLimit / 2) return;
  const sizes = [paths.length, parts[1].length, parts[2].length, parts[3].length] as const;
  const draft = `${path}.partial-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    prepareFolder(dirname(path));
    const file = openSync(draft, 'wx', 0o600);
    try {
      const head = { format, inode: fstatSync(file).ino, key, code, listings, sizes };
      writeSync(file, `${JSON.stringify({ ...head, sum: sumOf(head, body) })}\n`);
      writeSync(file, body);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
    forgetOldest(path);
  } catch {
    discard(draft);
  }
}

const sumOf = ({ inode, key, code, listings, sizes }: Omit<Head, 'sum'>, body: Buffer): string => contentHash(`${JSON.stringify([inode, key, code, listings, sizes])}${contentHash(body)}`);

/** Lines that are not run any more are forgotten, but not the one just written. */
function forgetOldest(path: string): void {
  const folder = dirname(path);
  const runs = readdirSync(folder).filter((name) => /^run-[0-9a-f]+$/.test(name) && name !== basename(path)).map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }));
  for (const { name } of runs.sort((a, b) => b.time - a.time).slice(runLimit - 1)) rmSync(join(folder, name), { force: true });
}
