import { importsOf, lookup } from '../declared.ts';
import type { Modules, ModuleFile } from '../modules.ts';
import { syntaxOf } from '../node.ts';
import { classPath } from './class-path.ts';

/** Lookups of imports hang on no property of the grammar. */
const plain = { wasm: '', shapes: {} };

/**
 * Languages whose files declare a package or namespace, and classes in it, whatever the file is called: Java, Kotlin, C#, PHP. `declaring`
 * finds the name of the package in a text; its group is the name.
 */
export function packageModules(declaring: RegExp): Modules {
  const packageOf = ({ tree }: ModuleFile): string => (declaring.exec(tree.text.slice(0, 20_000))?.[1] ?? '').replaceAll('\\', '.');
  const full = (dotted: string): string => dotted.replace(/\.([^.]*)$/, '#$1');

  return {
    exported({ word, scope, of }, file) {
      const owner = of === undefined ? (scope.parent === undefined ? '' : undefined) : classPath(of);
      return owner === undefined ? [] : [full([packageOf(file), owner, word].filter((part) => part !== '').join('.'))];
    },
    meant(dotted, place, file) {
      const [first = '', ...members] = dotted.split('.');
      const alias = lookup(place, first, plain)?.alias;
      if (alias) return [full([alias.path, ...members].join('.'))];
      const all = importsOf(file.tree).flatMap((node) => {
        const syntax = syntaxOf(node);
        return syntax?.is === 'import' ? syntax.all : [];
      });
      const own = packageOf(file);
      return [own, ...ancestors(own), ...all].map((base) => full(base === '' ? dotted : `${base}.${dotted}`));
    },
  };
}

/** Namespaces around a namespace: a.b and a of a.b.c. */
function ancestors(name: string): string[] {
  const parts = name.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}
