import type { Stretch } from '../language.ts';
import { partsOf, textOf, type Node } from '../tree/node.ts';
import type { DataNode, MapNode, Member, TextNode } from './node.ts';

/** The document of a TOML file. */
export function documentOf(root: Node): MapNode {
  return { kind: 'map', record: true, members: partsOf(root).flatMap(memberOf), ...stretchOf(root) };
}

const stretchOf = ({ from, to }: Stretch): Stretch => ({ from, to });

function memberOf(node: Node): Member[] {
  const [key, ...rest] = partsOf(node);
  if (key === undefined) return [];
  if (node.type === 'pair') return [{ key: keyOf(key), value: rest[0] && valueOf(rest[0]) }];
  if (node.type === 'ERROR') return [key, ...rest].flatMap(memberOf);
  if (node.type !== 'table' && node.type !== 'table_array_element') return [];
  return [{ key: keyOf(key), value: { kind: 'map', members: rest.flatMap(memberOf), ...stretchOf(node) } }];
}

function keyOf(node: Node): TextNode {
  const text = textOf(node);
  return /^["']/.test(text) && node.type === 'quoted_key' ? stringOf(node) : { kind: 'text', text, string: false, exact: true, ...stretchOf(node) };
}

function valueOf(node: Node): DataNode {
  if (node.type === 'array') return { kind: 'list', items: partsOf(node).map(valueOf), ...stretchOf(node) };
  if (node.type === 'inline_table') return { kind: 'map', members: partsOf(node).flatMap(memberOf), ...stretchOf(node) };
  if (node.type === 'string') return stringOf(node);
  return { kind: 'text', text: textOf(node), string: false, exact: true, ...stretchOf(node) };
}

/** Escapes other than of quotes do not occur in what is looked for. */
function stringOf(node: Node): TextNode {
  const source = textOf(node);
  const quotes = /^(?:"""|'''|["'])/.exec(source)?.[0].length ?? 0;
  const [from, to] = [node.from + quotes, Math.max(node.from + quotes, node.to - quotes)];
  return { kind: 'text', text: source.slice(quotes, source.length - quotes), string: true, exact: true, ...(quotes === 3 ? { block: true } : {}), from, to };
}
