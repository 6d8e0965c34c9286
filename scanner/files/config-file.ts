import { closeSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { isGzip } from './gzip.ts';

/** Enough for what a file says before its first item. */
const headLength = 4_096;
const heads = [/"configuration(?:Items|SnapshotId)"\s*:/, /"configSnapshotId"\s*:/, /"baseConfigurationItems"\s*:/, /^\s*\{\s*"Results"\s*:\s*\[\s*"\{\\"/];

/** Whether a file looks as AWS Config writes them: read from its first bytes, since any JSON file may be one. */
export function isConfigFile(absolutePath: string): boolean {
  if (!/\.json(?:\.gz)?$/i.test(absolutePath)) return false;
  try {
    const head = headOf(absolutePath);
    return heads.some((pattern) => pattern.test(head));
  } catch {
    // Who reads the file says why it cannot be read.
    return false;
  }
}

function headOf(absolutePath: string): string {
  const file = openSync(absolutePath, 'r');
  try {
    const buffer = Buffer.alloc(headLength);
    const bytes = buffer.subarray(0, readSync(file, buffer, 0, headLength, 0));
    // The beginning of a compressed file ends in the middle of it.
    return (isGzip(bytes) ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1_100 * headLength }) : bytes).toString('utf8');
  } finally {
    closeSync(file);
  }
}
