import { nameOf } from '../names.ts';
import { around, syntaxOf, type Node } from '../node.ts';

/** Names of a class and of the classes around it, dotted; undefined for what no other file can name. */
export function classPath(node: Node): string | undefined {
  const names: string[] = [];
  for (const at of [node, ...around(node)]) {
    const syntax = syntaxOf(at);
    if (syntax?.is === 'function') return undefined;
    if (syntax?.is !== 'class') continue;
    const name = nameOf(syntax.name);
    if (name === undefined) return undefined;
    names.unshift(name);
  }
  return names.length === 0 ? undefined : names.join('.');
}
