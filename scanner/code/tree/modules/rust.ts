import { dirname, join } from 'node:path';
import { lookup } from '../declared.ts';
import type { Modules, ModuleFile } from '../modules.ts';

const plain = { wasm: '', shapes: {} };
const limit = 12;

/** Modules are files below src, named from the crate or from the module that they are in. */
export const rustModules: Modules = {
  exported: ({ word, scope }, { absolutePath }) => (scope.parent === undefined ? [`${absolutePath}#${word}`] : []),
  meant(dotted, place, file) {
    const [first = '', ...members] = dotted.split('.');
    const path = lookup(place, first, plain)?.alias?.path;
    const parts = [...(path?.split('.') ?? [first]), ...members];
    const name = parts.pop() ?? '';
    return parts.length === 0 ? [] : filesOf(parts, file).map((target) => `${target}#${name}`);
  },
};

function filesOf([root = '', ...rest]: readonly string[], { absolutePath, project }: ModuleFile): string[] {
  const own = /(?:mod|lib|main)\.rs$/.test(absolutePath) ? dirname(absolutePath) : absolutePath.replace(/\.rs$/, '');
  const candidates: string[] = [];
  if (root === 'super' || root === 'self') candidates.push(join(root === 'super' ? dirname(own) : own, ...rest));
  else {
    let folder = dirname(absolutePath);
    for (let level = 0; level < limit; level += 1) {
      candidates.push(join(folder, ...(root === 'crate' ? rest : [root, ...rest])));
      const above = dirname(folder);
      if (above === folder) break;
      folder = above;
    }
  }
  return candidates.flatMap((path) => [`${path}.rs`, join(path, 'mod.rs')]).filter((path) => project.has(path));
}
