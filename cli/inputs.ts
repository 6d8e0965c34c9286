import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { messageOf, UserError } from '../model/errors.ts';
import { isConfigFile } from '../scanner/files/config-file.ts';
import { isGzip } from '../scanner/files/gzip.ts';

export interface Inputs {
  /** Absolute paths of snapshot files. */
  readonly snapshots: readonly string[];
  /** Absolute paths of files and folders to scan. */
  readonly sources: readonly string[];
}

/** Tells snapshots from what is to be scanned, by content: a snapshot may have any name. What AWS Config wrote is scanned. Throws RR201, RR202. */
export async function splitInputs(paths: readonly string[], cwd: string): Promise<Inputs> {
  const snapshots: string[] = [];
  const sources: string[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    ((await isSnapshot(absolute, path)) && !isConfigFile(absolute) ? snapshots : sources).push(absolute);
  }
  return { snapshots, sources };
}

/** Names that mean a snapshot even if the content does not look like one: then the reader says what is wrong with it. */
const snapshotName = /\.(?:snapshot|snapshot\.gz|gz)$/i;
const headerStart = '{"format":"regionready/snapshot"';

async function isSnapshot(absolute: string, given: string): Promise<boolean> {
  try {
    if (!(await stat(absolute)).isFile()) return false;
    const file = await open(absolute, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headerStart.length), 0, headerStart.length, 0);
      return snapshotName.test(absolute) || buffer.toString('latin1', 0, bytesRead) === headerStart || isGzip(buffer);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError('RR201', `There is no ${given}.`, { cause: thrown });
    throw new UserError('RR202', `${given} cannot be read: ${messageOf(thrown)}`, { cause: thrown });
  }
}
