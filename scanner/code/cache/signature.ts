import { lstatSync, readFileSync } from 'node:fs';
import { contentHash } from '../../content-hash.ts';

/** Changes of this long before a run may share their time stamp with a later one: file systems count in steps of up to two seconds. */
const racyMilliseconds = 2_000;

/** What changes whenever a file is written or replaced; undefined where there is no file. The change time cannot be set by programs. */
export function signatureOf(path: string): Signature | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return undefined;
  return { text: `${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}:${stat.ino}`, changed: stat.ctimeMs };
}

export interface Signature {
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly changed: number;
}

/** Whether the file was at rest before the run began, so that its signature tells later changes. */
export function isSettled({ changed }: Pick<Signature, 'changed'>, began: number): boolean {
  return changed < began - racyMilliseconds;
}

/** Identity of there being no file. */
export const noFile = 'none';

/** Identity of a file's bytes, or of there being none. */
export function fileHash(path: string): string {
  try {
    return contentHash(readFileSync(path));
  } catch {
    return noFile;
  }
}
