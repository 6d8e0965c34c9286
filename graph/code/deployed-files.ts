import type { DeployedCode } from '../../model/fact.ts';
import { compareText } from '../../model/json.ts';

/** Files that code tells of, as resources that run code look for them. */
export interface CodeFiles {
  has(path: string): boolean;
  /** Files in a folder and below, sorted. */
  below(folder: string): readonly string[];
  /** Files by name without folder and extension. */
  named(stem: string): readonly string[];
  /** Files whose path without extension ends so. */
  ending(stem: string): Namesakes;
  /** Files below the folder of this name, if there is one outside of all others. */
  inFolderNamed(name: string): readonly string[];
}

/** Files that only their folders tell apart. */
export interface Namesakes {
  readonly files: readonly string[];
  /** The one of them with any of the words in its path; undefined where there is none, or several. */
  spoken(words: ReadonlySet<string>): string | undefined;
}

export interface Entries {
  readonly files: readonly string[];
  /** Told from names only. */
  readonly inferred: boolean;
}

const extensions = ['.ts', '.js', '.mjs', '.mts', '.cjs', '.cts', '.tsx', '.jsx', '.py', '.rb', '.php'];
const compiled = /\.(?:java|kt|go|cs|rs)$/;
/** Folders that tools write and nobody reads: what is in them was made of what lies beside them. */
const built = /(?:^|\/)(?:dist|build|\.build|out|output|target|bin|publish|\.aws-sam|\.esbuild|\.webpack|cdk\.out)(?:\/.*)?$/;
/** Names that handlers have everywhere. */
const common = /^(?:index|app|main|handler|handlers|lambda|lambda_function|function|bootstrap|server|api|src|run)$/i;

export function codeFiles(paths: Iterable<string>): CodeFiles {
  const sorted = [...new Set(paths)].sort(compareText);
  const all = new Set(sorted);
  const stems = new Map<string, string[]>();
  const folders = new Map<string, Set<string>>();
  for (const path of sorted) {
    const parts = path.split('/');
    const stem = (parts.at(-1) ?? '').replace(/\.[a-z]+$/, '');
    const same = stems.get(stem);
    if (same === undefined) stems.set(stem, [path]);
    else same.push(path);
    for (let depth = 1; depth < parts.length; depth += 1) {
      const name = parts[depth - 1] ?? '';
      folders.set(name, (folders.get(name) ?? new Set()).add(parts.slice(0, depth).join('/')));
    }
  }
  const below = (folder: string): string[] => {
    if (folder === '' || folder === '.') return sorted;
    const from = firstAtLeast(sorted, `${folder}/`);
    const to = firstAtLeast(sorted, `${folder}0`);
    return sorted.slice(from, to);
  };
  const named = (stem: string): readonly string[] => stems.get(stem) ?? [];
  const endings = new Map<string, Namesakes>();
  return {
    has: (path) => all.has(path),
    below,
    named,
    ending(stem) {
      const known = endings.get(stem) ?? namesakes(named(stem.slice(stem.lastIndexOf('/') + 1)).filter((path) => path.replace(/\.[a-z]+$/, '').endsWith(stem)));
      endings.set(stem, known);
      return known;
    },
    inFolderNamed(name) {
      const [first, ...others] = [...(folders.get(name) ?? [])].sort(compareText);
      return first !== undefined && others.every((folder) => folder.startsWith(`${first}/`)) ? below(first) : [];
    },
  };
}

/** Words are looked up, since every function of an estate may ask of files that are all called index. */
function namesakes(files: readonly string[]): Namesakes {
  let byWord: Map<string, readonly string[]> | undefined;
  return {
    files,
    spoken(words) {
      byWord ??= wordsOf(files);
      let sole: string | undefined;
      for (const word of words) {
        const [path, other] = byWord.get(word) ?? [];
        if (other !== undefined || (path !== undefined && sole !== undefined && sole !== path)) return undefined;
        sole ??= path;
      }
      return sole;
    },
  };
}

/** The first two files of each word: a third tells nothing more. */
function wordsOf(files: readonly string[]): Map<string, readonly string[]> {
  const byWord = new Map<string, readonly string[]>();
  for (const path of files) {
    for (const word of path.split(/[/_.-]/)) {
      const known = byWord.get(word) ?? [];
      if (known.length < 2 && !known.includes(path)) byWord.set(word, [...known, path]);
    }
  }
  return byWord;
}

function firstAtLeast(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareText(sorted[middle] ?? '', text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The files that a resource begins with. */
export function entriesOf({ path, handler, hint }: DeployedCode, files: CodeFiles): Entries {
  if (path !== undefined) {
    const exact = inPath(path, handler, files);
    if (exact !== undefined) return { files: exact, inferred: false };
    const source = sourcesOf(path, handler, files);
    return { files: source, inferred: true };
  }
  return { files: handler === undefined ? byImage(hint, files) : byHandler(handler, hint, files), inferred: true };
}

/** Undefined where the path is one that tools write. */
function inPath(path: string, handler: string | undefined, files: CodeFiles): readonly string[] | undefined {
  if (files.has(path)) return [path];
  const stem = handlerStem(handler);
  const found = stem === undefined ? undefined : fileOf(join(path, stem), files);
  if (found !== undefined) return [found];
  const all = files.below(path);
  if (stem === undefined) return all.length === 0 && isBuilt(path) ? undefined : all;
  const whole = all.filter((file) => compiled.test(file));
  return whole.length === 0 && isBuilt(path) ? undefined : whole;
}

/** What a built folder, archive or library was made of. */
function sourcesOf(path: string, handler: string | undefined, files: CodeFiles): readonly string[] {
  const folder = path.replace(built, '').replace(/\/[^/]*\.(?:zip|jar)$/, '');
  const stem = handlerStem(handler);
  const all = files.below(folder);
  if (stem === undefined) return all;
  const same = all.filter((file) => file.replace(/\.[a-z]+$/, '').endsWith(`/${stem}`) || file.replace(/\.[a-z]+$/, '') === stem);
  if (same.length === 1) return same;
  const archive = /([^/]+)\.(?:zip|jar)$/.exec(path)?.[1];
  const named = archive === undefined ? [] : same.filter((file) => file.split('/').includes(archive));
  if (named.length === 1) return named;
  return same.length > 0 ? [] : all.filter((file) => compiled.test(file));
}

const isBuilt = (path: string): boolean => built.test(path) || /\.(?:zip|jar)$/.test(path);

function fileOf(stem: string, files: CodeFiles): string | undefined {
  return extensions.map((extension) => stem + extension).find((path) => files.has(path)) ?? extensions.map((extension) => `${stem}/index${extension}`).find((path) => files.has(path));
}

/** `src/orders` of src/orders.handler; undefined for handlers that name a class or a program. */
function handlerStem(handler: string | undefined): string | undefined {
  if (handler === undefined || handler.includes('::') || !handler.includes('.') || /^[a-z]\w*(?:\.\w+)*\.[A-Z]\w*$/.test(handler)) return undefined;
  return handler.slice(0, handler.lastIndexOf('.')).replace(/^\.\//, '');
}

/** A handler whose file is nowhere said to be, found by its name, and by what its archive is called where others have the same name. */
function byHandler(handler: string, hint: string | undefined, files: CodeFiles): readonly string[] {
  const stem = handlerStem(handler);
  const words = new Set((hint ?? '').replace(/\.(?:zip|jar)$/, '').split(/[/_.-]/).filter((word) => word.length > 2));
  if (stem === undefined) {
    const name = /([A-Z]\w*)(?:::\w+)?$/.exec(handler)?.[1];
    const found = name === undefined ? [] : files.named(name);
    return found.length === 1 ? found : [];
  }
  const { files: found, spoken } = files.ending(stem);
  const fitting = common.test(stem) || found.length > 1 ? spoken(words) : found[0];
  return fitting === undefined ? [] : [fitting];
}

/** Code in a folder that is called like the image. */
function byImage(hint: string | undefined, files: CodeFiles): readonly string[] {
  const name = /([^/:@]+)(?:[:@][^/]*)?$/.exec(hint ?? '')?.[1];
  return name === undefined || common.test(name) || name.length < 3 ? [] : files.inFolderNamed(name);
}

function join(folder: string, path: string): string {
  return folder === '.' || folder === '' ? path : `${folder}/${path}`;
}
