import { posix } from 'node:path';
import type { Root } from './module.ts';
import { gap, record, unknown, type Value } from './value.ts';

interface Names {
  readonly folder: string;
  readonly root: Root;
  variable(name: string): Value;
  local(name: string): Value;
  call(name: string): Value;
  /** By localAddress. */
  resource(address: string): Value;
}

const lazy = (get: (name: string) => Value): Value => ({ is: 'lazy', get, self: undefined });

/** What the first word of a reference stands for in a module. */
export function rootOf({ folder, root, variable, local, call, resource }: Names): (name: string) => Value {
  const ofTypes = (prefix: string): Value => lazy((type) => lazy((name) => resource(`${prefix}${type}.${name}`)));
  const path = record({ module: posix.relative(root.folder, folder) || '.', root: '.', cwd: '.' });
  const fixed = new Map<string, Value>([
    ['var', lazy(variable)], ['local', lazy(local)], ['module', lazy(call)], ['data', ofTypes('data.')], ['resource', ofTypes('')], ['path', path],
    ['terraform', record({ workspace: gap('workspace', 'the workspace is not known') })],
    ['tofu', record({ workspace: gap('workspace', 'the workspace is not known') })],
    ...['each', 'count', 'self', 'ephemeral'].map((name) => [name, unknown(`${name} stands for nothing here`)] as const),
  ]);
  return (name) => fixed.get(name) ?? lazy((inner) => resource(`${name}.${inner}`));
}
