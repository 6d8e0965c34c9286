import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Config } from '../model/config.ts';
import { UserError } from '../model/errors.ts';
import type { Rule } from '../rules/rule.ts';
import type { Problem } from './config-problems.ts';

export interface LoadedConfig {
  readonly config: Config;
  /** The file, or undefined where there is none. */
  readonly path?: string;
  /** Folder that paths in the configuration are relative to. */
  readonly folder: string;
  /** Rules that the configuration brings itself; none if not given. */
  readonly own?: readonly Rule[];
  /** Where it was looked for and is not. */
  readonly empty?: readonly string[];
}

export interface LoadConfig {
  readonly cwd: string;
  /** Rules that a configuration can name; a function where they are loaded only if there is one. */
  readonly rules: ReadonlyMap<string, Rule> | (() => Promise<ReadonlyMap<string, Rule>>);
  /** Path that was asked for, relative to the working directory. */
  readonly explicit?: string | undefined;
  /** Whether to look for one where none was asked for. */
  readonly lookup: boolean;
}

/** The configuration that was asked for, else the nearest one upward, else an empty one. Throws RR201, RR202, RR401, RR402, RR403. */
export async function loadConfig({ cwd, rules, explicit, lookup }: LoadConfig): Promise<LoadedConfig> {
  const empty: string[] = [];
  const path = explicit === undefined ? (lookup ? await findConfig(cwd, empty) : undefined) : resolve(cwd, explicit);
  if (path === undefined) return { config: {}, folder: cwd, empty };
  // Loaded here: most folders have no configuration, and every command starts by looking for one.
  const { readConfigFile } = await import('./config-source.ts');
  const { value, isCode = false, at } = await readConfigFile(path);
  const { config, own, problems } = await checkedConfig(value, { isCode, rules });
  if (problems.length > 0) throw configError(path, problems, at);
  return { config: withPaths(config, dirname(path), cwd), path, folder: dirname(path), own, empty };
}

/** What is wrong with a configuration, and what it says where nothing is. */
export async function checkedConfig(given: unknown, { isCode, rules }: Pick<LoadConfig, 'rules'> & { readonly isCode: boolean }): Promise<{ readonly config: Config; readonly own: readonly Rule[]; readonly problems: readonly Problem[] }> {
  const [{ configSchema }, { problemsIn, ruleProblems }] = await Promise.all([import('../model/config.ts'), import('./config-problems.ts')]);
  const listed = isCode && typeof given === 'object' && given !== null && Array.isArray((given as { readonly rules?: unknown }).rules);
  const { value, own, problems } = listed ? (await import('./own-rules.ts')).splitRules(given) : { value: given, own: [], problems: [] };
  const parsed = configSchema.safeParse(value);
  const known = withOwn(typeof rules === 'function' ? await rules() : rules, { own });
  return { config: parsed.data as Config, own, problems: [...problems, ...(parsed.success ? ruleProblems(parsed.data, known) : problemsIn(parsed.error, value))] };
}

/** The rules and those of the configuration. */
export function withOwn(rules: ReadonlyMap<string, Rule>, { own = [] }: Pick<LoadedConfig, 'own'>): ReadonlyMap<string, Rule> {
  return own.length === 0 ? rules : new Map([...rules, ...own.map((rule) => [rule.id, rule] as const)]);
}

/**
 * Paths of services are relative to the configuration, and reports show files relative to the working directory: patterns that can be
 * paths are written for both. What a pattern means otherwise (a name, a stack, a tag) it goes on to mean.
 */
function withPaths(config: Config, folder: string, cwd: string): Config {
  const { services } = config;
  if (services === undefined || folder === cwd) return config;
  const fromHere = (pattern: string): string[] => (pattern.includes('/') && !pattern.startsWith('*') ? [pattern, relative(cwd, resolve(folder, pattern)).split(sep).join('/')] : [pattern]);
  return { ...config, services: Object.fromEntries(Object.entries(services).map(([name, service]) => [name, { ...service, include: service.include.flatMap(fromHere) }])) };
}

export const configNames: readonly string[] = ['ts', 'js', 'mjs', 'json', 'yaml', 'yml'].map((extension) => `regionready.config.${extension}`);

/** Looks upward as far as the repository goes, and notes where nothing is: a configuration can be code, and what lies above a repository is not its owner's. */
export async function findConfig(from: string, empty: string[] = []): Promise<string | undefined> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const found = (await Promise.all(configNames.map((name) => existing(join(folder, name))))).filter((path) => path !== undefined);
    if (found.length > 1) throw new UserError('RR401', `${folder} holds ${found.length} configuration files: ${found.map((path) => path.slice(folder.length + 1)).join(', ')}.`, { hint: 'Keep one of them, or name one with --config.' });
    if (found[0] !== undefined) {
      empty.push(...configNames.map((name) => join(folder, name)).filter((place) => place !== found[0]));
      return found[0];
    }
    empty.push(...configNames.map((name) => join(folder, name)));
    if (folder === dirname(folder) || (await existing(join(folder, '.git'))) !== undefined) return undefined;
    empty.push(join(folder, '.git'));
  }
}

async function existing(path: string): Promise<string | undefined> {
  return stat(path).then(() => path, (thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR') return undefined;
    throw new UserError('RR402', `${path} cannot be read: ${thrown.message}`, { cause: thrown });
  });
}

function configError(path: string, problems: readonly Problem[], at: (path: readonly PropertyKey[], key: boolean) => string | undefined): UserError {
  const lines = problems.map((problem) => {
    const place = at(problem.path, problem.onKey === true);
    return `${path}${place === undefined ? '' : `:${place}`}: ${problem.message}`;
  });
  const [first] = problems;
  const code = first !== undefined && problems.every(({ code }) => code === first.code) ? first.code : 'RR401';
  return new UserError(code, lines.join('\n'));
}
