import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { messageOf } from '../../model/errors.ts';

export interface OwnListing {
  /** Relative to the folder, with forward slashes. */
  readonly files: readonly string[];
  /** Repositories below the folder, for git to list. */
  readonly repositories: readonly string[];
  readonly symlinks: number;
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
  /** Folders that were looked into and rules of what to leave out, relative to the folder: what the listing hangs on. */
  readonly looked: readonly string[];
}

/** Folders that hold nothing a person wrote. Skipped where git does not say what is ignored. */
const skipped = new Set(['.git', '.hg', '.svn', 'node_modules', 'bower_components', '.terraform', '.venv', '__pycache__', '.tox', '.mypy_cache', '.gradle', '.next', '.nuxt', 'cdk.out', '.aws-sam']);

/** Rules of one .gitignore, and the folder they count from, with a trailing slash. */
interface Rules {
  readonly base: string;
  readonly matcher: Ignore;
}

interface Folder {
  readonly path: string;
  readonly rules: readonly Rules[];
  /** Rules from this index on still apply by whole path; a deeper rule took the folder back in from those before it. */
  readonly from: number;
}

/** Walks a folder that git does not list. Honours .gitignore files, follows no symbolic link. */
export function ownList(root: string): OwnListing {
  const files: string[] = [];
  const repositories: string[] = [];
  const unreadable: { path: string; message: string }[] = [];
  const looked: string[] = [];
  let symlinks = 0;
  const open: Folder[] = [{ path: '', rules: [], from: 0 }];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    let entries: Dirent[];
    looked.push(folder.path);
    try {
      entries = readdirSync(join(root, folder.path), { withFileTypes: true });
    } catch (error) {
      unreadable.push({ path: folder.path, message: messageOf(error) });
      continue;
    }
    if (folder.path !== '' && entries.some(({ name }) => name === '.git')) {
      repositories.push(folder.path.slice(0, -1));
      continue;
    }
    const rules = rulesIn(root, folder, entries);
    if (rules !== folder.rules) looked.push(`${folder.path}.gitignore`);
    for (const entry of entries) {
      const path = folder.path + entry.name;
      if (entry.isSymbolicLink()) symlinks += 1;
      else if (entry.isDirectory() && !skipped.has(entry.name)) {
        const from = admitted(`${path}/`, rules, folder.from);
        if (from !== undefined) open.push({ path: `${path}/`, rules, from });
      } else if (entry.isFile() && admitted(path, rules, folder.from) !== undefined) files.push(path);
    }
  }
  return { files, repositories, symlinks, unreadable, looked };
}

function rulesIn(root: string, { path, rules }: Folder, entries: readonly Dirent[]): readonly Rules[] {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return rules;
  try {
    return [...rules, { base: path, matcher: ignore({ ignorecase: false, allowRelativePaths: true }).add(readFileSync(join(root, path, '.gitignore'), 'utf8')) }];
  } catch {
    // Without its rules more is read, not less.
    return rules;
  }
}

/** Undefined if the path is ignored, else the index from which rules apply below it. The deepest file with an opinion decides. */
function admitted(path: string, rules: readonly Rules[], from: number): number | undefined {
  for (let index = rules.length - 1; index >= 0; index -= 1) {
    const { base, matcher } = rules[index] as Rules;
    // The matcher also tests parent folders, which a deeper file has taken back in; then only the last part is asked.
    const asked = index < from ? path.slice(path.lastIndexOf('/', path.length - 2) + 1) : path.slice(base.length);
    const { ignored, unignored } = matcher.test(asked);
    if (ignored) return undefined;
    if (unignored) return Math.max(from, index);
  }
  return from;
}
