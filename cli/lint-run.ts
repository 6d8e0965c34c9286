import { join, relative, resolve } from 'node:path';
import { fileScopes, type FileScope } from '../model/occurrence.ts';
import type { Rule } from '../rules/rule.ts';
import { openCache, type CacheCounts, type CodeCache } from '../scanner/code/cache/cache.ts';
import { readerVersion } from '../scanner/code/cache/reader-version.ts';
import { defaultScopes } from '../scanner/code/index.ts';
import { contentHash } from '../scanner/content-hash.ts';
import { joinedBasis, type Basis } from '../scanner/files/basis.ts';
import { changesSince, stagedChanges, type Changes } from '../scanner/files/git-changes.ts';
import { allRuleIds } from './code-registry.ts';
import type { LoadedConfig } from './config.ts';
import { deployedTwice } from './deployments.ts';
import type { Gate } from './gate.ts';
import type { Wanted } from './intent.ts';
import { lintReport, type Linted } from './lint-report.ts';
import { changesWindow, everything } from './lint-window.ts';
import { settingsByFile } from './overrides.ts';
import type { Progress } from './progress.ts';
import { listSources, scanCode, type Sources } from './sources.ts';
import { requireSubstance } from './substance.ts';

/** What part of the code findings are wanted for: changes since a commit, what is staged, or all of it. */
export type LintScope = { readonly since: string } | { readonly staged: true } | undefined;

export interface LintRequest {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly loaded: LoadedConfig;
  readonly goal: Wanted;
  readonly rules: readonly Rule[];
  readonly today: string;
  readonly gate: Pick<Gate, 'known' | 'updating'>;
  readonly scope?: LintScope;
  /** What files may be for besides production. */
  readonly include?: readonly FileScope[];
  /** Files of ours that are not read, such as reports of an earlier run; relative to the working directory. */
  readonly ignored?: readonly string[];
  /** Folder that readings are remembered in; nothing is remembered if not given. */
  readonly cacheDir?: string | undefined;
  readonly progress: Progress;
}

export interface LintRun extends Linted {
  readonly cache: Readonly<CacheCounts> | undefined;
  /** What the result hangs on; undefined where that is not known: nothing is to be remembered, or the configuration is a program. */
  readonly basis: Basis | undefined;
}

/** Lists, reads and judges. Throws UserError for what is wrong with the input. */
export async function runLint(request: LintRequest): Promise<LintRun> {
  const { cwd, paths, goal, rules, today, gate, scope, progress } = request;
  const loaded = withIncluded(request);
  const [changes, listed] = await Promise.all([changesIn(scope, cwd), listSources(paths, cwd, loaded)]);
  const ignored = new Set((request.ignored ?? []).map((path) => resolve(cwd, path)));
  const isRead = ({ absolutePath }: Sources['files'][number]): boolean => !ignored.has(absolutePath) && (changes?.index === undefined || changes.index.files.has(absolutePath));
  const sources = { ...listed, files: listed.files.filter(isRead) };
  const scopes = scopesRead(loaded, request.include ?? []);
  const isTwice = deployedTwice(loaded);
  const twice = sources.files.filter(({ absolutePath }) => isTwice(absolutePath));
  const cache = cacheFor(request, sources, [...scopes, ...twice.map(({ path }) => path)]);
  const facts = [...sources.facts, ...(await scanCode(sources, progress, { deployedTwice: new Set(twice.map(({ absolutePath }) => absolutePath)), scopes, cache, overlay: changes?.index?.overlay }))];
  if (scope === undefined) requireSubstance(facts, paths);
  const window = changes === undefined || scope === undefined ? everything : changesWindow(changes, cwd, 'since' in scope ? `lines changed since ${scope.since}` : 'staged lines');
  const linted = lintReport(facts, { goal, rules, config: loaded.config, ruleIds: [...allRuleIds, ...(loaded.own ?? []).map(({ id }) => id)], settingsOf: settingsByFile(loaded, cwd), today, gate, window });
  return { ...linted, cache: cache?.counts, basis: scope === undefined && cache !== undefined ? basisOf(request, sources, cache) : undefined };
}

function basisOf({ cwd, cacheDir = '', loaded: { path, own = [], empty } }: LintRequest, { basis, files }: Sources, cache: CodeCache): Basis | undefined {
  if (basis === undefined || own.length > 0 || (path !== undefined && !/\.(?:json|ya?ml)$/.test(path))) return undefined;
  const folder = resolve(cwd, cacheDir);
  // What lies in the cache is ours.
  const seen = [...basis.paths].filter((each) => each !== folder && !each.startsWith(join(folder, '/')));
  const read = [...files.map(({ absolutePath }) => absolutePath), ...(path === undefined ? [] : [path])];
  return joinedBasis({ ...basis, paths: new Set(seen) }, { paths: new Set(read), empty: new Set(empty) }, cache.touched());
}

async function changesIn(scope: LintScope, cwd: string): Promise<Changes | undefined> {
  if (scope === undefined) return undefined;
  return 'since' in scope ? changesSince(cwd, scope.since) : stagedChanges(cwd);
}

/** `--include` is the option `include` of every code rule that has it. */
function withIncluded({ loaded, include = [], rules }: LintRequest): LoadedConfig {
  if (include.length === 0) return loaded;
  const settings = { ...loaded.config.rules };
  for (const { id, options } of rules) {
    if (options === undefined || !Object.hasOwn(options.shape, 'include')) continue;
    const before = Object.hasOwn(settings, id) ? settings[id] : undefined;
    const given = typeof before === 'string' ? { severity: before } : { ...before };
    const own = (given.options?.['include'] ?? []) as readonly string[];
    settings[id] = { ...given, options: { ...given.options, include: [...new Set([...own, ...include])] } };
  }
  return { ...loaded, config: { ...loaded.config, rules: settings } };
}

/** Files are read for what any rule looks at. */
function scopesRead({ config }: LoadedConfig, include: readonly FileScope[]): FileScope[] {
  const settings = [config.rules ?? {}, ...(config.overrides ?? []).map(({ rules }) => rules)].flatMap((rules) => Object.values(rules));
  const wanted = new Set<unknown>([...defaultScopes, ...include, ...settings.flatMap((setting) => (typeof setting === 'object' && Array.isArray(setting.options?.['include']) ? (setting.options['include'] as unknown[]) : []))]);
  return fileScopes.filter((scope) => wanted.has(scope));
}

/** `read` is what decides which files are read. None where the folder is part of what is read: a cache that was checked in could say that there is nothing to find. */
function cacheFor({ cwd, cacheDir }: LintRequest, { files }: Sources, read: readonly string[]): ReturnType<typeof openCache> | undefined {
  if (cacheDir === undefined) return undefined;
  const folder = resolve(cwd, cacheDir);
  const inside = join(folder, '/');
  if (files.some(({ absolutePath }) => absolutePath.startsWith(inside))) return undefined;
  const place = relative(folder, cwd);
  const path = join(folder, place === '..' ? 'code' : `code-${contentHash(place).slice(0, 8)}`);
  return openCache({ path, root: cwd, version: contentHash([readerVersion(), place, ...read].join('\0')) });
}
