import { dirname, join } from 'node:path';
import { lookup } from '../declared.ts';
import type { Modules, ModuleFile } from '../modules.ts';

const plain = { wasm: '', shapes: {} };
const limit = 12;

/** A folder is a package; other packages name it by the path of its module, which go.mod declares. */
export const goModules: Modules = {
  exported: ({ word, scope }, { absolutePath }) => (scope.parent === undefined ? [`${dirname(absolutePath)}#${word}`] : []),
  meant(dotted, place, file) {
    const [first = '', second, ...more] = dotted.split('.');
    const declared = lookup(place, first, plain);
    if (second === undefined) return declared === undefined ? [`${dirname(file.absolutePath)}#${first}`] : [];
    if (more.length > 0 || declared?.alias === undefined) return [];
    return foldersOf(declared.alias.path, file).map((folder) => `${folder}#${second}`);
  },
};

function foldersOf(path: string, { absolutePath, project }: ModuleFile): string[] {
  const guesses: string[] = [];
  const parts = path.split('/');
  let folder = dirname(absolutePath);
  for (let level = 0; level < limit; level += 1) {
    const module = project.has(join(folder, 'go.mod')) ? /^\s*module\s+(\S{1,300})/m.exec(project.text(join(folder, 'go.mod')) ?? '')?.[1] : undefined;
    if (module !== undefined) return path === module ? [folder] : path.startsWith(`${module}/`) ? [join(folder, path.slice(module.length + 1))] : [];
    // Without a go.mod, two names in common are taken for the same place.
    for (let cut = 1; cut <= parts.length - 2; cut += 1) guesses.push(join(folder, ...parts.slice(cut)));
    const above = dirname(folder);
    if (above === folder) break;
    folder = above;
  }
  return guesses;
}
