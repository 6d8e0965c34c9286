import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { compareText } from '../../model/json.ts';
import type { FixContext } from '../../rules/fixes/fixer.ts';
import { openSource } from './source-file.ts';

/** Files of a folder that are looked at, at most; a Terraform module has a dozen. */
const most = 200;
const lockName = '.terraform.lock.hcl';

/** Reads the files around a file, each folder once, and notes where it looked. Folders above the root are not looked at. */
export function moduleFiles(root: string, looked: Set<string> = new Set()): (path: string) => FixContext['beside'] {
  const byFolder = new Map<string, Readonly<Record<'.tf' | typeof lockName, readonly string[]>>>();
  const text = (path: string): string[] => {
    looked.add(path);
    const opened = openSource(root, relative(root, path));
    return 'file' in opened ? [opened.file.text] : [];
  };
  return (path) => {
    const folder = dirname(join(root, path));
    return (suffix) => {
      const known = byFolder.get(folder) ?? { '.tf': namesIn(folder).flatMap((name) => text(join(folder, name))), [lockName]: lockAbove(root, folder, looked).flatMap(text) };
      looked.add(folder);
      byFolder.set(folder, known);
      return known[suffix];
    };
  };
}

function namesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.tf')).sort(compareText).slice(0, most);
}

function lockAbove(root: string, folder: string, looked: Set<string>): string[] {
  for (let at = folder; ; at = dirname(at)) {
    looked.add(join(at, lockName));
    if (existsSync(join(at, lockName))) return [join(at, lockName)];
    if (at === root || dirname(at) === at || basename(at) === '') return [];
  }
}
