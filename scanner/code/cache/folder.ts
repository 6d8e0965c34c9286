import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder ignores itself, so that nobody has to add it to a .gitignore. */
export function prepareFolder(folder: string): void {
  if (mkdirSync(folder, { recursive: true }) === undefined) return;
  writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
}

/** Removes a draft that did not become a file. */
export function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Its folder is none; then neither is the draft.
  }
}
