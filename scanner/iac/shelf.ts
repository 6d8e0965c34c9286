import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { messageOf } from '../../model/errors.ts';
import { compareText } from '../../model/json.ts';
import { decode } from '../files/read.ts';
import type { IacFile } from './reader.ts';

/** Larger files are not read: no template or plan that AWS or Terraform accepts comes near. */
export const sizeLimit = 256 * 1024 ** 2;

/** The files below the scanned root. */
export interface Shelf {
  /** The file, or why it cannot be read. */
  load(path: string): IacFile | string;
  /** A file that another one refers to; undefined if it is not there or lies outside of the root. */
  within(path: string): IacFile | undefined;
  /** Names of the files in a folder, in order: those of the scan; where it has none there, what is on the disk, if that is inside of the root. */
  list(folder: string): readonly string[];
}

export function shelfOf(root: string, listed: Iterable<string>): Shelf {
  const byFolder = Map.groupBy(listed, (path) => posix.dirname(path));
  const load = (path: string): IacFile | string => {
    const absolutePath = resolve(root, path);
    try {
      const stat = statSync(absolutePath);
      // A device or pipe behind a link has no end; a file may have grown since it was listed.
      if (!stat.isFile()) return 'It is no ordinary file.';
      if (stat.size > sizeLimit) return `It has ${stat.size} bytes; files of more than ${sizeLimit} are not read.`;
      return { path, absolutePath, text: decode(readFileSync(absolutePath)) };
    } catch (thrown) {
      return messageOf(thrown);
    }
  };
  const isInside = (path: string): boolean => {
    if (path === '..' || path.startsWith('../') || path.startsWith('/')) return false;
    try {
      const [real, top] = [realpathSync(join(root, path)), realpathSync(root)];
      return real === top || real.startsWith(top.endsWith(sep) ? top : top + sep);
    } catch {
      // Not there: the reader says so where the reference stands.
      return false;
    }
  };
  return {
    load,
    within(path) {
      const file = isInside(path) ? load(path) : 'It lies outside.';
      return typeof file === 'string' ? undefined : file;
    },
    list(folder) {
      const known = byFolder.get(folder);
      if (known) return known.map((path) => posix.basename(path)).sort(compareText);
      return isInside(folder) ? namesOnDisk(join(root, folder)) : [];
    },
  };
}

function namesOnDisk(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name).sort(compareText);
  } catch {
    // It cannot be listed, or is no folder: whoever refers to it says that it could not be read.
    return [];
  }
}
