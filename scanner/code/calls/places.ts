import { posix } from 'node:path';
import type { ListedFile } from '../../files.ts';
import type { Project } from '../language.ts';
import { modulesOf } from '../typescript/modules.ts';
import type { ImportPlaces } from './imports.ts';

/** The files of a scan by everything that imports look for. Each table is made when it is first asked for. */
export function placesOf(files: readonly ListedFile[], project: Project): ImportPlaces {
  const absolute = new Map(files.map(({ path, absolutePath }) => [path, absolutePath]));
  const texts = (name: string): (readonly [folder: string, text: string])[] => files.flatMap(({ path, absolutePath }) => (posix.basename(path) === name ? [[posix.dirname(path), project.text(absolutePath) ?? ''] as const] : []));

  const folders = once(() => grouped(files, posix.dirname));
  const names = once(() => grouped(files, posix.basename));
  const packages = once(() => new Map(texts('package.json').flatMap(([folder, text]) => (named(text) === undefined ? [] : [[named(text) as string, folder] as const]))));
  const goModules = once(() => new Map(texts('go.mod').flatMap(([folder, text]) => {
    const name = /^module[ \t]+(\S{1,300})/m.exec(text)?.[1];
    return name === undefined ? [] : [[folder, name] as const];
  })));

  const projects = once(() => new Map(files.filter(({ path }) => path.endsWith('.csproj')).map(({ path, absolutePath }) => [posix.dirname(path), referencesIn(project.text(absolutePath) ?? '', posix.dirname(path))])));
  const paths = once(() => files.map(({ path }) => path));
  const referred = new Map<string, readonly string[]>();

  return {
    files: new Set(absolute.keys()),
    modules: modulesOf(project),
    absolute: (path) => absolute.get(path) ?? besideOthers(path, files),
    shown: (path) => project.shown(path),
    workspace: (name) => packages().get(name),
    inFolder: (folder) => folders().get(folder) ?? [],
    goModule(path) {
      for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
        const name = goModules().get(folder);
        if (name !== undefined) return { folder, name };
        if (folder === '.' || folder === '/') return undefined;
      }
    },
    dotnetReferences(path) {
      for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
        const found = projects().get(folder);
        if (found !== undefined) return found;
        if (folder === '.' || folder === '/') return [];
      }
    },
    below(folder) {
      let found = referred.get(folder);
      if (found === undefined) referred.set(folder, (found = paths().filter((path) => path.startsWith(`${folder}/`))));
      return found;
    },
    endingWith: (path) => (names().get(posix.basename(path)) ?? []).filter((candidate) => candidate.endsWith(`/${path}`)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function grouped(files: readonly ListedFile[], key: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { path } of files) {
    const group = groups.get(key(path));
    if (group) group.push(path);
    else groups.set(key(path), [path]);
  }
  return groups;
}

function named(manifest: string): string | undefined {
  return /"name"\s*:\s*"([^"\n]{1,214})"/.exec(manifest)?.[1];
}

/** Where a file of the scan would be that is not there: below the same root as the others. */
function besideOthers(path: string, [first]: readonly ListedFile[]): string {
  const root = first === undefined ? '' : first.absolutePath.slice(0, first.absolutePath.length - first.path.length);
  return root + path;
}

function referencesIn(manifest: string, folder: string): string[] {
  return [...manifest.matchAll(/<ProjectReference\s+Include="([^"]{1,400})"/g)].map(([, path = '']) => posix.dirname(posix.join(folder, path.replaceAll('\\', '/')))).filter((path) => !path.startsWith('..'));
}
