import { existsSync, lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { contentHash } from '../content-hash.ts';
import { runGit } from './git-run.ts';

/** A path that git lists, relative to the folder asked, with forward slashes. */
export interface GitEntry {
  readonly path: string;
  readonly kind: 'file' | 'symlink' | 'repository';
}

export interface GitList {
  readonly entries: readonly GitEntry[];
  /** Of what git printed. */
  readonly hash: string;
}

const staged = /^(\d{6}) [0-9a-f]{40,64} [0-3]\t/;

/**
 * Files that git tracks or would track below a folder: ignored ones are left out. Undefined where git cannot say: it is not installed, the
 * folder is in no work tree, or git refuses it (a repository of another owner, exit 128).
 */
export async function gitList(folder: string): Promise<GitList | undefined> {
  const output = await gitOutput(folder);
  if (output === undefined) return undefined;
  const entries = new Map<string, GitEntry>();
  for (const line of output.toString('utf8').split('\0')) {
    if (line === '') continue;
    const [head, mode] = staged.exec(line) ?? ['', ''];
    const path = line.slice(head.length);
    if (path.startsWith('../') || path.startsWith('/')) continue;
    if (path.endsWith('/') || mode === '160000') entries.set(path.replace(/\/$/, ''), { path: path.replace(/\/$/, ''), kind: 'repository' });
    else entries.set(path, { path, kind: mode === '120000' || (mode === '' && isLink(join(folder, path))) ? 'symlink' : 'file' });
  }
  return { entries: [...entries.values()], hash: contentHash(output) };
}

/** The hash of what git lists below a folder now. */
export async function gitListHash(folder: string): Promise<string | undefined> {
  const output = await gitOutput(folder);
  return output === undefined ? undefined : contentHash(output);
}

function gitOutput(folder: string): Promise<Buffer | undefined> {
  return runGit(folder, ['ls-files', '-z', '--cached', '--stage', '--others', '--exclude-standard']);
}

/** Of untracked files git does not say it. */
function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Places that were looked at for a repository that a folder lies in, without any: git need not be started. Undefined where there may be one. */
export function outsideOfGit(folder: string): readonly string[] | undefined {
  const places: string[] = [];
  for (let at = resolve(folder); ; at = dirname(at)) {
    const place = join(at, '.git');
    if (existsSync(place)) return undefined;
    places.push(place);
    if (at === dirname(at)) return places;
  }
}
