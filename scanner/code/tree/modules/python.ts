import { dirname, join } from 'node:path';
import { importsOf, lookup } from '../declared.ts';
import type { Bound } from '../flow.ts';
import type { Modules, ModuleFile } from '../modules.ts';
import { syntaxOf } from '../node.ts';
import { classPath } from './class-path.ts';

/** Names in a module path, and levels up, that are tried. */
const limit = 12;
/** `from .region import REGION` in the file of a package. */
const reexport = /^from[ \t]+(\.[\w.]{0,100})[ \t]+import[ \t]+(\([^)]{0,2000}\)|[^\n#]{1,500})/gm;

export const pythonModules: Modules = {
  exported: ({ word, scope, of }: Bound, { absolutePath }) => {
    if (scope.parent === undefined) return [`${absolutePath}#${word}`];
    const path = of && classPath(of);
    return path === undefined ? [] : [`${absolutePath}#${path}.${word}`];
  },
  meant: (dotted, place, file) => {
    const [first = '', ...members] = dotted.split('.');
    const alias = lookup(place, first, grammarless)?.alias;
    if (alias) return fullNames([alias.path, ...members].join('.'), file);
    return importsOf(file.tree).flatMap((node) => {
      const syntax = syntaxOf(node);
      return syntax?.is === 'import' ? syntax.all.flatMap((module) => fullNames(`${module}${module.endsWith('.') ? '' : '.'}${dotted}`, file)) : [];
    });
  },
};

/** Lookups of imports hang on no property of the grammar. */
const grammarless = { wasm: '', shapes: {} };

/** What a.b.C.NAME can be: NAME of class C in a/b.py, or C.NAME of the package a.b … */
function fullNames(path: string, file: ModuleFile): string[] {
  const dots = /^\.*/.exec(path)?.[0].length ?? 0;
  const parts = path.slice(dots).split('.').slice(0, limit);
  const names: string[] = [];
  for (let cut = parts.length - 1; cut >= Math.max(0, parts.length - 3); cut -= 1) {
    const target = moduleFile(parts.slice(0, cut), dots, file);
    if (target === undefined) continue;
    const name = parts.slice(cut).join('.');
    names.push(`${target}#${name}`);
    if (target.endsWith('__init__.py')) names.push(...reexported(target, name, file));
  }
  return names;
}

function moduleFile(parts: readonly string[], dots: number, { absolutePath, project }: ModuleFile): string | undefined {
  const at = (folder: string): string | undefined => {
    const path = join(folder, ...parts);
    return [...(parts.length > 0 ? [`${path}.py`] : []), join(path, '__init__.py')].find((candidate) => project.has(candidate));
  };
  let folder = dirname(absolutePath);
  if (dots > 0) {
    for (let level = 1; level < dots; level += 1) folder = dirname(folder);
    return at(folder);
  }
  if (parts.length === 0) return undefined;
  for (let level = 0; level < limit; level += 1) {
    const found = at(folder);
    if (found !== undefined) return found;
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
  return undefined;
}

/** Names that a package takes over from one of its modules. */
function reexported(target: string, name: string, file: ModuleFile): string[] {
  const text = file.project.text(target)?.slice(0, 50_000) ?? '';
  const [word = ''] = name.split('.', 1);
  return [...text.matchAll(reexport)].flatMap(([, module = '', list = '']) => {
    if (!list.split(/[(),\s]+/).includes(word) && list.trim() !== '*') return [];
    const dots = /^\.*/.exec(module)?.[0].length ?? 1;
    const inner = moduleFile(module.slice(dots).split('.').filter((part) => part !== ''), dots, { ...file, absolutePath: target });
    return inner === undefined ? [] : [`${inner}#${name}`];
  });
}

