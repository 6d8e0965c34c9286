import type { Stretch } from '../language.ts';
import type { Syntax } from './syntax.ts';

/** A node of a syntax tree. Children are read from the parser when they are first asked for. */
export interface Node extends Stretch {
  readonly tree: Tree;
  readonly type: string;
  /** Name of the part that it is of its parent. */
  readonly field: string | undefined;
  readonly named: boolean;
  readonly parent: Node | undefined;
  /** Number of the node in the parser's tree, in order of the text. */
  readonly number: number;
  /** What has been asked of it before. */
  known: { children?: readonly Node[]; parts?: readonly Node[]; syntax?: Syntax | null };
}

/** A parsed text. Its nodes must not be used after it is closed. */
export interface Tree {
  readonly text: string;
  readonly root: Node;
  /** Some of it could not be parsed. */
  readonly hasError: boolean;
  /** Children of a node: named ones, and those that are a named part of it, such as operators. */
  open(node: Node): readonly Node[];
  meaning(node: Node): Syntax | undefined;
  close(): void;
}

export function childrenOf(node: Node): readonly Node[] {
  return (node.known.children ??= node.tree.open(node));
}

export function syntaxOf(node: Node): Syntax | undefined {
  if (node.known.syntax === undefined) node.known.syntax = node.tree.meaning(node) ?? null;
  return node.known.syntax ?? undefined;
}

export function textOf({ tree, from, to }: Node): string {
  return tree.text.slice(from, to);
}

/** Children that are not punctuation, operators or comments. */
export function partsOf(node: Node): readonly Node[] {
  return (node.known.parts ??= childrenOf(node).filter((child) => child.named && !child.type.endsWith('comment')));
}

/** Number of the ascending node that an offset lies in; -1 if it lies in none. */
export function numberAt(nodes: readonly Node[], offset: number): number {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((nodes[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return isAt(nodes[low], offset) ? low : -1;
}

export function isAt(node: Node | undefined, offset: number): boolean {
  return node !== undefined && node.from <= offset && offset < node.to;
}

export function fieldOf(node: Node, field: string): Node | undefined {
  return childrenOf(node).find((child) => child.field === field && child.named) ?? childrenOf(node).find((child) => child.field === field);
}

export function childOfType(node: Node, ...types: readonly string[]): Node | undefined {
  return childrenOf(node).find(({ type }) => types.includes(type));
}

/** Levels looked at around a node; programs are not nested deeper. */
const heightLimit = 400;

/** Nodes around a node, from the inside out. */
export function* around(node: Node): Iterable<Node> {
  let at = node.parent;
  for (let height = 0; at !== undefined && height < heightLimit; height += 1, at = at.parent) yield at;
}

/**
 * Visits every node that one of the ascending offsets lies in, parents before children, and nothing else: what a file costs depends on its
 * hits. Iterative, so that deep nesting does no harm.
 */
export function visitAt(root: Node, offsets: readonly number[], visit: (node: Node) => void): void {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    const inside = childrenOf(node).filter(({ from, to }) => anyWithin(offsets, from, to));
    for (let index = inside.length - 1; index >= 0; index -= 1) open.push(inside[index] as Node);
  }
}

/** The smallest node that an offset lies in. */
export function nodeAt(root: Node, offset: number): Node {
  let node = root;
  for (;;) {
    const inner = childrenOf(node).find(({ from, to }) => from <= offset && offset < to);
    if (inner === undefined) return node;
    node = inner;
  }
}

/** Whether one of the ascending offsets lies in [from, to). */
export function anyWithin(offsets: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && (offsets[low] ?? 0) < to;
}
