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
  const path = explicit === undefined ? (lookup ? await findConfig(cwd) : undefined) : resolve(cwd, explicit);
  if (path === undefined) return { config: {}, folder: cwd };
  // Loaded here: most folders have no configuration, and every command starts by looking for one.
  const [{ configSchema }, { problemsIn, ruleProblems }, { readConfigFile }] = await Promise.all([import('../model/config.ts'), import('./config-problems.ts'), import('./config-source.ts')]);
  const { value, at } = await readConfigFile(path);
  const parsed = configSchema.safeParse(value);
  const problems = parsed.success ? ruleProblems(parsed.data, typeof rules === 'function' ? await rules() : rules) : problemsIn(parsed.error, value);
  if (problems.length > 0) throw configError(path, problems, at);
  return { config: withPaths(parsed.data as Config, dirname(path), cwd), path, folder: dirname(path) };
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

/** Looks upward as far as the repository goes: a configuration can be code, and what lies above a repository is not its owner's. */
export async function findConfig(from: string): Promise<string | undefined> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const found = (await Promise.all(configNames.map((name) => existing(join(folder, name))))).filter((path) => path !== undefined);
    if (found.length > 1) throw new UserError('RR401', `${folder} holds ${found.length} configuration files: ${found.map((path) => path.slice(folder.length + 1)).join(', ')}.`, { hint: 'Keep one of them, or name one with --config.' });
    if (found[0] !== undefined) return found[0];
    if (folder === dirname(folder) || (await existing(join(folder, '.git'))) !== undefined) return undefined;
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
  const code = problems.every(({ code }) => code === 'RR403') ? 'RR403' : 'RR401';
  return new UserError(code, lines.join('\n'));
}
