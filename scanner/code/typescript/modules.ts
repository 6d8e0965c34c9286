import { dirname, join, resolve } from 'node:path';
import { parse as parseJsonc } from 'jsonc-parser';
import type { Project } from '../language.ts';

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts'];
/** What TypeScript sources write for files that are yet to be compiled. */
const sourcesOf: Readonly<Record<string, readonly string[]>> = { '.js': ['.ts', '.tsx'], '.mjs': ['.mts'], '.cjs': ['.cts'], '.jsx': ['.tsx'] };

/** `paths` and `baseUrl` of a tsconfig.json, with absolute targets. */
interface Aliases {
  readonly base: string | undefined;
  readonly patterns: readonly { readonly prefix: string; readonly suffix: string; readonly targets: readonly string[] }[];
}

export interface Modules {
  /** Absolute path of the scanned file that a module name means in a file; undefined for packages and for files outside of the scan. */
  resolve(module: string, from: string): string | undefined;
}

export function modulesOf(project: Project): Modules {
  const aliases = new Map<string, Aliases | undefined>();

  function fileAt(path: string): string | undefined {
    if (project.has(path)) return path;
    const extension = /\.[cm]?jsx?$/.exec(path)?.[0] ?? '';
    const stem = path.slice(0, path.length - extension.length);
    const candidates = [
      ...(Object.hasOwn(sourcesOf, extension) ? (sourcesOf[extension] ?? []).map((other) => stem + other) : []),
      ...extensions.map((other) => path + other),
      ...extensions.map((other) => join(path, `index${other}`)),
    ];
    return candidates.find((candidate) => project.has(candidate));
  }

  /** Of the nearest tsconfig.json above a folder. */
  function aliasesFor(folder: string): Aliases | undefined {
    if (aliases.has(folder)) return aliases.get(folder);
    const parent = dirname(folder);
    const found = readAliases(folder, project) ?? (parent === folder ? undefined : aliasesFor(parent));
    aliases.set(folder, found);
    return found;
  }

  return {
    resolve(module, from) {
      if (module.startsWith('.')) return fileAt(resolve(dirname(from), module));
      const known = aliasesFor(dirname(from));
      if (!known) return undefined;
      for (const { prefix, suffix, targets } of known.patterns) {
        if (!module.startsWith(prefix) || !module.endsWith(suffix) || module.length < prefix.length + suffix.length) continue;
        const star = module.slice(prefix.length, module.length - suffix.length);
        for (const target of targets) {
          const file = fileAt(target.replace('*', () => star));
          if (file !== undefined) return file;
        }
      }
      return known.base === undefined ? undefined : fileAt(join(known.base, module));
    },
  };
}

/** A configuration is only data here: `extends` is not followed, which leaves aliases of a shared base unresolved. */
function readAliases(folder: string, project: Project): Aliases | undefined {
  const text = project.config(join(folder, 'tsconfig.json'));
  if (text === undefined) return undefined;
  const options = memberOf(parseJsonc(text), 'compilerOptions');
  const baseUrl = memberOf(options, 'baseUrl');
  const paths = memberOf(options, 'paths');
  const base = typeof baseUrl === 'string' ? resolve(folder, baseUrl) : undefined;
  const patterns = typeof paths !== 'object' || paths === null ? [] : Object.entries(paths).map(([pattern, targets]) => {
    const [prefix = '', suffix = ''] = pattern.split('*', 2);
    const texts = Array.isArray(targets) ? targets.filter((target) => typeof target === 'string') : [];
    return { prefix, suffix, targets: texts.map((target) => resolve(base ?? folder, target)) };
  });
  return { base, patterns };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
