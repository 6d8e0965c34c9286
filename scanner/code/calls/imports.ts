import { posix } from 'node:path';
import type { LanguageId } from '../../files/language.ts';
import type { Modules } from '../typescript/modules.ts';

/** Files of the scan, as imports find them. */
export interface ImportPlaces {
  readonly files: ReadonlySet<string>;
  readonly modules: Modules;
  /** Absolute path by path relative to the scanned root, and back. */
  absolute(path: string): string;
  shown(absolutePath: string): string;
  /** Folder of a package of the workspace, by its name. */
  workspace(name: string): string | undefined;
  /** Files in a folder. */
  inFolder(folder: string): readonly string[];
  /** Folder of the Go module around a file, and its path. */
  goModule(path: string): { readonly folder: string; readonly name: string } | undefined;
  /** Folders of the .NET projects that the project around a file refers to. */
  dotnetReferences(path: string): readonly string[];
  /** Files in a folder and below. */
  below(folder: string): readonly string[];
  /** Files by the end of their path: shared/util.py of layers/common/python/shared/util.py. */
  endingWith(path: string): readonly string[];
}

const specifier = /(?:\bfrom|\bimport|\brequire\s{0,3}\(|\bimport\s{0,3}\()\s{0,20}["']([^"'\n]{1,300})["']/g;
const pythonImport = /^[ \t]*(?:from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+(\([^)]{0,2000}\)|[^\n#;]{1,400})|import[ \t]+([\w., \t]{1,400}))/gm;
const goImport = /"([\w.-]+\.[a-z]+\/[\w./-]{1,200}|[\w-]+\/[\w./-]{1,200})"/g;

/** Files of the scan that a file imports, by path. Texts are searched, not parsed: a name that leads to no file is nothing. */
export function importsIn(path: string, text: string, { language, places }: { readonly language: LanguageId; readonly places: ImportPlaces }): string[] {
  const found = language === 'python' ? pythonImports(path, text, places) : language === 'go' ? goImports(path, text, places) : language === 'csharp' ? dotnetImports(path, places) : scriptImports(path, text, places);
  return [...new Set(found)].filter((target) => target !== path);
}

function scriptImports(path: string, text: string, places: ImportPlaces): string[] {
  const from = places.absolute(path);
  return [...text.matchAll(specifier)].flatMap(([, module = '']) => {
    const direct = places.modules.resolve(module, from) ?? inWorkspace(module, places) ?? inLayer(module, places);
    return direct === undefined ? [] : [places.shown(direct)];
  });
}

/** `@shop/db/tables` of a package of the same repository: its sources, wherever its manifest says that the build goes. */
function inWorkspace(module: string, places: ImportPlaces): string | undefined {
  const [, name = '', rest = ''] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/.exec(module) ?? [];
  const folder = name === '' ? undefined : places.workspace(name);
  if (folder === undefined) return undefined;
  const from = places.absolute(posix.join(folder, 'package.json'));
  for (const candidate of rest === '' ? ['./src/index', './src', './index', './lib/index', '.'] : [`./${rest}`, `./src/${rest}`]) {
    const target = places.modules.resolve(candidate, from);
    if (target !== undefined) return target;
  }
  return undefined;
}

/** `/opt/nodejs/db`: what a Lambda layer brings. */
function inLayer(module: string, places: ImportPlaces): string | undefined {
  const path = /^\/opt\/(?:nodejs\/)?(?:node_modules\/)?([\w./-]{1,200})$/.exec(module)?.[1]?.replace(/\.[cm]?js$/, '');
  if (path === undefined) return undefined;
  const targets = ['.js', '.ts', '.mjs', '/index.js', '/index.ts'].flatMap((end) => places.endingWith(path + end));
  return targets.length === 1 && targets[0] !== undefined ? places.absolute(targets[0]) : undefined;
}

function pythonImports(path: string, text: string, places: ImportPlaces): string[] {
  return [...text.matchAll(pythonImport)].flatMap(([, from, names = '', plain = '']) => {
    if (from === undefined) return plain.split(',').flatMap((name) => pythonModule((name.trim().split(/\s/, 1)[0] ?? '').split('.'), 0, { path, places }));
    const dots = /^\.*/.exec(from)?.[0].length ?? 0;
    const parts = from.slice(dots).split('.').filter((part) => part !== '');
    const members = names.replace(/[()]/g, ' ').split(',').map((name) => name.trim().split(/\s/, 1)[0] ?? '').filter((name) => name !== '' && name !== '*');
    const inner = members.slice(0, 50).flatMap((name) => pythonModule([...parts, name], dots, { path, places }));
    return [...(parts.length === 0 ? [] : pythonModule(parts, dots, { path, places })), ...inner];
  });
}

function pythonModule(parts: readonly string[], dots: number, { path, places }: { readonly path: string; readonly places: ImportPlaces }): string[] {
  if (parts.length === 0 || parts[0] === '') return [];
  const at = (folder: string): string | undefined => [`${parts.join('/')}.py`, `${parts.join('/')}/__init__.py`].map((end) => posix.join(folder, end)).find((candidate) => places.files.has(candidate));
  let folder = posix.dirname(path);
  for (let level = 1; level < dots; level += 1) folder = posix.dirname(folder);
  if (dots > 0) return at(folder) === undefined ? [] : [at(folder) as string];
  for (let level = 0; level < 12; level += 1, folder = posix.dirname(folder)) {
    const found = at(folder);
    if (found !== undefined) return [found];
    if (folder === '.' || folder === '/') break;
  }
  const layered = places.endingWith(`${parts.join('/')}.py`).filter((candidate) => /(?:^|\/)(?:python|layers?)(?:\/|$)/.test(posix.dirname(candidate)));
  return layered.length === 1 ? [...layered] : [];
}

/** A file of Go sees all of its package. */
function goImports(path: string, text: string, places: ImportPlaces): string[] {
  const own = places.inFolder(posix.dirname(path)).filter(isGo);
  const module = places.goModule(path);
  if (module === undefined) return own;
  const others = [...text.slice(0, 20_000).matchAll(goImport)].flatMap(([, imported = '']) => {
    if (!imported.startsWith(`${module.name}/`)) return [];
    return places.inFolder(posix.join(module.folder, imported.slice(module.name.length + 1))).filter(isGo);
  });
  return [...own, ...others];
}

/** A file of .NET sees all of the projects that its own one refers to. */
function dotnetImports(path: string, places: ImportPlaces): string[] {
  return places.dotnetReferences(path).flatMap((folder) => places.below(folder).filter((file) => file.endsWith('.cs')).slice(0, dotnetLimit));
}

/** Files looked at of one project. */
const dotnetLimit = 500;

const isGo = (path: string): boolean => path.endsWith('.go') && !path.endsWith('_test.go');
