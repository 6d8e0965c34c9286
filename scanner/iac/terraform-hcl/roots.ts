import { posix } from 'node:path';
import { compareText } from '../../../model/json.ts';
import { stackRoot } from '../terraform/stack-root.ts';
import { literalText } from './declarations.ts';
import { isConfiguration, type Load } from './loader.ts';
import { variableFiles } from './tfvars.ts';

/** A plan or state that is read as well. */
export interface Shown {
  readonly path: string;
  readonly isPlan: boolean;
}

/** A folder that Terraform is run in, and a deployment of it. */
export interface RootFolder {
  readonly folder: string;
  readonly stack: string;
  /** Plan or state of the same deployment. */
  readonly shown: readonly Shown[];
}

export interface Folders {
  readonly load: Load;
  /** Names of the files in a folder. */
  list(folder: string): readonly string[];
}

export const isLocal = (source: string): boolean => /^\.{1,2}(?:\/|$)/.test(source);

/**
 * The root modules among folders with configuration: those that no other one calls, that say where their state is kept, or beside which a plan
 * or state lies. What lies below modules/ and nothing calls is deployed by nobody, where there are roots elsewhere, unless it says how it is
 * run: by a backend, a provider or values of its own. Where plans of several deployments lie in a folder, each is one of its own, with the name that its resources have in the plan.
 */
export function rootFolders(paths: readonly string[], shown: readonly Shown[], { load, list }: Folders): { readonly roots: RootFolder[]; readonly uncalled: string[] } {
  const folders = [...new Set(paths.filter(isConfiguration).map((path) => posix.dirname(path)))].sort(compareText);
  const known = new Set(folders);
  const calls = new Map(folders.map((folder) => [folder, calledFrom(folder, load).filter((called) => known.has(called) && called !== folder)]));
  const beside = Map.groupBy(shown, ({ path }) => posix.dirname(path));
  const roots = new Set(topmost(calls));
  for (const folder of folders) if (beside.has(folder) || load(folder).backend !== undefined) roots.add(folder);
  const isLibrary = (folder: string): boolean => inModules.test(folder) && !beside.has(folder) && load(folder).backend === undefined && load(folder).providers.length === 0 && variableFiles(list(folder)).length === 0;
  const isAlone = [...roots].every(isLibrary);
  const [uncalled, run] = partition([...roots].sort(compareText), (folder) => !isAlone && isLibrary(folder));
  return {
    uncalled,
    roots: run.flatMap((folder): RootFolder[] => {
      const stacks = Map.groupBy(beside.get(folder) ?? [], ({ path }) => stackRoot(path));
      if (stacks.size === 0) return [{ folder, stack: folder, shown: [] }];
      return [...stacks].sort(([a], [b]) => compareText(a, b)).map(([stack, files]) => ({ folder, stack, shown: files }));
    }),
  };
}

/** Where Terraform's standard structure has the modules that roots call. */
const inModules = /(?:^|\/)modules\/./;

function partition<T>(all: readonly T[], test: (value: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((value) => !test(value))];
}

function calledFrom(folder: string, load: Load): string[] {
  return [...load(folder).calls.values()].flatMap(({ block }) => {
    const source = literalText(block.body, 'source');
    return source !== undefined && isLocal(source) ? [posix.join(folder, source)] : [];
  });
}

/** Folders that are called by no other one; of those that call each other in a circle and are called by nobody else, the first. */
function topmost(calls: ReadonlyMap<string, readonly string[]>): string[] {
  const called = new Set([...calls.values()].flat());
  const tops = [...calls.keys()].filter((folder) => !called.has(folder));
  const reached = new Set<string>();
  const reach = (from: string): void => {
    const open = [from];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      if (reached.has(folder)) continue;
      reached.add(folder);
      open.push(...(calls.get(folder) ?? []));
    }
  };
  tops.forEach(reach);
  for (const folder of calls.keys()) {
    if (reached.has(folder)) continue;
    tops.push(folder);
    reach(folder);
  }
  return tops;
}
