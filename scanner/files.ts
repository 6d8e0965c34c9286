import { lstatSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { BlindSpot } from '../model/blind-spot.ts';
import { messageOf, UserError } from '../model/errors.ts';
import { compareText } from '../model/json.ts';
import type { FileScope } from '../model/occurrence.ts';
import type { Basis, GitListing } from './files/basis.ts';
import { gitList, outsideOfGit } from './files/git-list.ts';
import { languageOfName, type LanguageId } from './files/language.ts';
import { ownList } from './files/own-list.ts';
import { scopeOfPath, surroundingsOf } from './files/scope.ts';

/** A file that can be read. It is opened only by who wants its text. */
export interface ListedFile {
  /** Relative to the base folder, with forward slashes: what reports show. */
  readonly path: string;
  readonly absolutePath: string;
  /** By name; a file without extension may still say more in its first line. */
  readonly language: LanguageId | undefined;
  /** By path; the text may say more. */
  readonly scope: FileScope;
}

export interface FileListing {
  /** Sorted by path, each once. */
  readonly files: readonly ListedFile[];
  /** Folders that could not be listed, repositories inside that are not checked out. */
  readonly blindSpots: readonly BlindSpot[];
  /** Symbolic links: their targets are listed where they are, or lie outside. */
  readonly symlinks: number;
  /** What has to be as it was, beside the files, for the listing to be the same; undefined where that is not known. */
  readonly basis: Basis | undefined;
}

export interface FileRequest {
  /** Folder that paths in results are relative to. */
  readonly base: string;
  /** Files and folders to list; the base folder if none are given. A file that is named is listed even if git ignores it. */
  readonly paths?: readonly string[];
  /** Scanner that blind spots are signed with. */
  readonly scanner: string;
}

/** Repositories in repositories are followed this deep. */
const nestingLimit = 8;

interface Found {
  readonly files: Set<string>;
  readonly blindSpots: BlindSpot[];
  symlinks: number;
  readonly listings: GitListing[];
  /** Looked at beside the files. */
  readonly looked: Set<string>;
  readonly empty: Set<string>;
  /** Git may know more of a folder than it told. */
  unsaid: boolean;
}

/** Lists files as git sees them: tracked and untracked ones, without ignored ones; outside of git by a walk of our own. Throws RR201. */
export async function listFiles({ base, paths = [], scanner }: FileRequest): Promise<FileListing> {
  const found: Found = { files: new Set(), blindSpots: [], symlinks: 0, listings: [], looked: new Set(), empty: new Set(), unsaid: false };
  const below = base.endsWith('/') ? base : `${base}/`;
  const blind = (path: string, message: string): void => {
    found.blindSpots.push({ type: 'blind-spot', reason: 'unreadable', asked: `files of ${path === '' ? '.' : path}`, message, source: { scanner, ...(path === '' ? {} : { file: path }) } });
  };
  for (const path of paths.length === 0 ? [base] : paths) {
    const absolute = resolve(base, path);
    const stat = statOf(absolute);
    if (stat === undefined) throw new UserError('RR201', `${path} does not exist.`);
    if (stat.isDirectory()) await listNamed(absolute);
    else if (stat.isFile()) found.files.add(absolute);
    else throw new UserError('RR202', `${path} is neither a file nor a folder.`);
  }

  /** A folder that git ignores, such as cdk.out, is read if it is named. */
  async function listNamed(folder: string): Promise<void> {
    const before = found.files.size + found.blindSpots.length + found.symlinks;
    await listFolder(folder, 0);
    if (found.files.size + found.blindSpots.length + found.symlinks === before) await walk(folder, 0);
  }

  async function walk(folder: string, depth: number): Promise<void> {
    const own = ownList(folder);
    for (const file of own.files) found.files.add(join(folder, file));
    for (const path of own.looked) found.looked.add(join(folder, path));
    for (const path of own.repositories) await listFolder(join(folder, path), depth);
    for (const { path, message } of own.unreadable) blind(shown(join(folder, path)), message);
    found.symlinks += own.symlinks;
  }

  async function listFolder(folder: string, depth: number): Promise<void> {
    const outside = outsideOfGit(folder);
    const list = outside === undefined ? await gitList(folder) : undefined;
    if (list === undefined) {
      for (const place of outside ?? []) found.empty.add(place);
      found.unsaid ||= outside === undefined;
      await walk(folder, depth);
      return;
    }
    found.listings.push({ folder, hash: list.hash });
    // Git gives clean paths: putting them together by hand saves a fifth of the time of listing.
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    for (const { path, kind } of list.entries) {
      const absolute = sep === '/' ? prefix + path : join(folder, path);
      if (kind === 'file') found.files.add(absolute);
      else if (kind === 'symlink') {
        found.symlinks += 1;
        found.looked.add(absolute);
      } else if (depth < nestingLimit && isCheckedOut(absolute)) await listFolder(absolute, depth + 1);
      else blind(shown(absolute), 'It is a repository inside the repository and is not checked out here.');
    }
  }

  function isCheckedOut(folder: string): boolean {
    const place = join(folder, '.git');
    found.looked.add(place);
    return statOf(place) !== undefined;
  }

  function shown(absolute: string): string {
    if (sep === '/' && absolute.startsWith(below)) return absolute.slice(below.length);
    return relative(base, absolute).split(sep).join('/');
  }

  const listed = [...found.files].map((absolutePath) => ({ absolutePath, path: shown(absolutePath) })).sort((a, b) => compareText(a.path, b.path));
  const surroundings = surroundingsOf(listed.map(({ path }) => path));
  const files = listed.map(({ path, absolutePath }) => {
    const language = languageOfName(path);
    return { path, absolutePath, language, scope: scopeOfPath(path, language, surroundings) };
  });
  return { files, blindSpots: found.blindSpots.sort((a, b) => compareText(a.source.file ?? '', b.source.file ?? '')), symlinks: found.symlinks, basis: found.unsaid ? undefined : { listings: found.listings, paths: found.looked, empty: found.empty } };
}

function statOf(path: string): ReturnType<typeof lstatSync> | undefined {
  try {
    return lstatSync(realpathSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UserError('RR202', messageOf(error), { cause: error });
  }
}
