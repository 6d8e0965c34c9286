import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { contentHash } from '../../content-hash.ts';
import { discard, prepareFolder } from './folder.ts';

/** A cache that has grown larger than this is begun anew. */
export const cacheLimit = 64 * 1024 * 1024;

export interface CacheText {
  /** Lines by what they are about: the path of a file, or a name that no path can be. */
  readonly lines: Map<string, string>;
  /** Whether there was a file that could not be used: of another version, cut off, changed by hand, too large. */
  readonly discarded: boolean;
}

const name = 'regionready/code-cache/1';

/** Reads the lines of a cache that the same program wrote. Anything else is nothing. */
export function readCacheFile(path: string, version: string): CacheText {
  const none = (discarded: boolean): CacheText => ({ lines: new Map(), discarded });
  let text: string;
  try {
    if (statSync(path).size > cacheLimit) return none(true);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return none((error as NodeJS.ErrnoException).code !== 'ENOENT');
  }
  const end = text.indexOf('\n');
  const [format, writer, sum] = text.slice(0, Math.max(0, end)).split(' ');
  const body = text.slice(end + 1);
  if (format !== name || sum === undefined || contentHash(body) !== sum) return none(true);
  // Another version's memories are of no use, and nothing is wrong with them.
  if (writer !== version) return none(false);
  const lines = new Map<string, string>();
  for (let from = 0; from < body.length; ) {
    const to = body.indexOf('\n', from);
    const at = body.indexOf('\t', from);
    if (to === -1 || at === -1 || at > to) return none(true);
    lines.set(body.slice(from, at), body.slice(at + 1, to));
    from = to + 1;
  }
  return { lines, discarded: false };
}

/** Writes beside the place and moves it there: two runs at once leave the cache of one of them. False where it cannot be written, which is no reason to fail. */
export function writeCacheFile(path: string, version: string, lines: ReadonlyMap<string, string>): boolean {
  const kept: string[] = [];
  let size = 0;
  for (const [about, line] of lines) {
    size += about.length + line.length + 2;
    if (size > cacheLimit / 2) break;
    kept.push(`${about}\t${line}\n`);
  }
  const body = kept.join('');
  const draft = `${path}.partial-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    prepareFolder(dirname(path));
    writeFileSync(draft, `${name} ${version} ${contentHash(body)}\n${body}`, { flag: 'wx', mode: 0o600 });
    renameSync(draft, path);
    return true;
  } catch {
    discard(draft);
    return false;
  }
}
