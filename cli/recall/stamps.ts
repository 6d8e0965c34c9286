import { lstatSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Basis } from '../../scanner/files/basis.ts';
import { isSettled } from '../../scanner/code/cache/signature.ts';

/** Numbers by which a path is known again: size, times of change and of status change (milliseconds), inode. */
const width = 4;
const nothing = -1;

/** What is at some paths at a time. */
export interface Stamped {
  readonly paths: readonly string[];
  readonly stamps: Float64Array;
}

/**
 * What is there now. Undefined where it may have changed since a run began, or so shortly before that a change might not show: its time of
 * status change, which no program can set, is not old enough. Where nothing is and something may have been, the folder must be at rest. Links are stamped with what they lead to.
 */
export function stampsOf({ paths: given, empty }: Pick<Basis, 'paths' | 'empty'>, began: number): Stamped | undefined {
  const paths = new Set([...given, ...empty]);
  const stamps: number[] = [];
  for (const path of paths) {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    const settled = stat === undefined ? empty.has(path) || isFolderSettled(dirname(path), began) : !empty.has(path) && isSettled({ changed: stat.ctimeMs }, began);
    if (!settled) return undefined;
    if (stat?.isSymbolicLink() === true) for (const target of targetOf(path)) paths.add(target);
    stamps.push(...(stat === undefined ? [nothing, 0, 0, 0] : [stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino]));
  }
  return { paths: [...paths], stamps: Float64Array.from(stamps) };
}

/** Whether a path is as it was stamped. */
export function isAsStamped({ paths, stamps }: Stamped, index: number): boolean {
  const at = index * width;
  const stat = lstatSync(paths[index] ?? '', { throwIfNoEntry: false });
  if (stat === undefined) return stamps[at] === nothing;
  return stat.size === stamps[at] && stat.mtimeMs === stamps[at + 1] && stat.ctimeMs === stamps[at + 2] && stat.ino === stamps[at + 3];
}

/** Stamps of so many paths, as many bytes. */
export const bytesOfStamps = (paths: number): number => paths * width * Float64Array.BYTES_PER_ELEMENT;

function isFolderSettled(folder: string, began: number): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat !== undefined) return isSettled({ changed: stat.ctimeMs }, began);
  return dirname(folder) !== folder && isFolderSettled(dirname(folder), began);
}

function targetOf(link: string): string[] {
  try {
    return [realpathSync(link)];
  } catch {
    // It leads nowhere, and its own stamp says when that changes.
    return [];
  }
}
