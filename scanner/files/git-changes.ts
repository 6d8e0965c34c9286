import { resolve } from 'node:path';
import { UserError } from '../../model/errors.ts';
import { changedLines, type Lines } from './diff-lines.ts';
import { runGit, withoutFilters } from './git-run.ts';

/** What changed in a repository. Paths are absolute. */
export interface Changes {
  /** New or different lines by file. */
  readonly lines: ReadonlyMap<string, Lines>;
  /** Files of the index, and what it holds of those that differ in the work tree. Set where the index is what is looked at. */
  readonly index?: { readonly files: ReadonlySet<string>; readonly overlay: ReadonlyMap<string, Buffer> };
}

/** As the repository's settings could change each of these. */
const plainDiff = ['--no-color', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-relative', '--ignore-submodules=all', '--inter-hunk-context=0', '-O/dev/null', '--src-prefix=a/', '--dst-prefix=b/'];

/** Lines of the work tree that differ from where it left a commit behind; untracked files as a whole. Throws RR103. */
export async function changesSince(folder: string, ref: string): Promise<Changes> {
  const top = await topOf(folder);
  const commit = isRef(ref) ? await answer(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]) : undefined;
  if (commit === undefined) throw new UserError('RR103', `There is no commit ${printable(ref)} in this repository.`, { hint: 'A shallow clone holds only the newest commits: fetch the branch that is meant, in GitHub Actions with fetch-depth: 0.' });
  const base = await answer(folder, ['merge-base', commit, 'HEAD']);
  if (base === undefined) throw new UserError('RR103', `${printable(ref)} and the checked out commit have no commit in common.`, { hint: 'A shallow clone holds only the newest commits: fetch more of them, in GitHub Actions with fetch-depth: 0.' });
  const lines = await diffLines(top, [base]);
  for (const path of await list(top, ['ls-files', '-z', '--others', '--exclude-standard'])) lines.set(resolve(top, path), 'all');
  return { lines };
}

/** Lines of the index that differ from the checked out commit. Throws RR103. */
export async function stagedChanges(folder: string): Promise<Changes> {
  const top = await topOf(folder);
  const lines = await diffLines(top, ['--cached']);
  const staged = new Map<string, string>();
  for (const entry of await list(top, ['ls-files', '-z', '--cached', '--stage'])) {
    const [, oid, path] = /^100\d{3} ([0-9a-f]{40,64}) [0-3]\t([^]+)$/.exec(entry) ?? [];
    if (oid !== undefined && path !== undefined) staged.set(path, oid);
  }
  const settings = await withoutFilters(top);
  const different = (await list(top, ['diff-files', '-z', '--name-only', '--ignore-submodules=all'], settings)).flatMap((path) => {
    const oid = staged.get(path);
    return oid === undefined ? [] : [{ path, oid }];
  });
  const texts = await blobs(top, different.map(({ oid }) => oid));
  const overlay = new Map(different.flatMap(({ path }, index): [string, Buffer][] => [[resolve(top, path), texts[index] ?? Buffer.alloc(0)]]));
  return { lines, index: { files: new Set(Array.from(staged.keys(), (path) => resolve(top, path))), overlay } };
}

async function topOf(folder: string): Promise<string> {
  const up = await answer(folder, ['rev-parse', '--show-cdup']);
  if (up === undefined) throw new UserError('RR103', `${folder} is in no git repository, or git cannot be run in it: what changed is not known.`, { hint: 'Leave the option out to read everything.' });
  return resolve(folder, up);
}

async function diffLines(top: string, range: readonly string[]): Promise<Map<string, Lines>> {
  const settings = await withoutFilters(top);
  const patch = await runGit(top, ['diff', '--unified=0', ...plainDiff, ...range, '--'], { settings });
  const sizes = await runGit(top, ['diff', '--numstat', '-z', ...plainDiff, ...range, '--'], { settings });
  if (patch === undefined || sizes === undefined) throw new UserError('RR103', 'git cannot tell what changed.');
  const lines = new Map<string, Lines>();
  for (const [path, ranges] of changedLines(patch.toString('utf8'))) lines.set(resolve(top, path), ranges);
  // What git takes for binary has no lines: attributes can say so of any file.
  for (const entry of sizes.toString('utf8').split('\0')) if (entry.startsWith('-\t-\t')) lines.set(resolve(top, entry.slice(4)), 'all');
  return lines;
}

/** The contents of objects, in order. */
async function blobs(top: string, oids: readonly string[]): Promise<Buffer[]> {
  if (oids.length === 0) return [];
  const output = await runGit(top, ['cat-file', '--batch'], { input: `${oids.join('\n')}\n` });
  if (output === undefined) throw new UserError('RR103', 'git cannot read what is staged.');
  const texts: Buffer[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at);
    const size = Number(/ blob (\d+)$/.exec(output.toString('latin1', at, end))?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) throw new UserError('RR103', 'git cannot read what is staged.');
    texts.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return texts;
}

async function answer(folder: string, args: readonly string[]): Promise<string | undefined> {
  const output = await runGit(folder, args);
  return output?.toString('utf8').replace(/\n$/, '');
}

async function list(folder: string, args: readonly string[], settings: readonly (readonly [string, string])[] = []): Promise<string[]> {
  const output = await runGit(folder, args, { settings });
  if (output === undefined) throw new UserError('RR103', 'git cannot list the files of the repository.');
  return output.toString('utf8').split('\0').filter((path) => path !== '');
}

/** What can be a name of a commit; options and several commits cannot. */
const isRef = (text: string): boolean => text.length > 0 && text.length <= 250 && !/^-|[\0-\x20\x7f]|\.\./.test(text);

const printable = (text: string): string => text.slice(0, 100).replace(/[^\x20-\x7e]/g, '?');
