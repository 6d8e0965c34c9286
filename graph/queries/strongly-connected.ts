import { sizeOf, type Csr } from '../csr.ts';

/** Nodes in groups, each in one. */
export interface Components {
  readonly count: number;
  /** Group of each node. */
  readonly of: Uint32Array;
}

/**
 * Strongly connected components by Tarjan's algorithm, iterative because real chains are deeper than a call stack.
 * Components are numbered in reverse topological order: whatever a component points to has a lower number.
 */
export function stronglyConnected(graph: Csr): Components {
  const { offsets, targets } = graph;
  const nodes = sizeOf(graph);
  const order = new Uint32Array(nodes);
  const low = new Uint32Array(nodes);
  const of = new Uint32Array(nodes);
  const onStack = new Uint8Array(nodes);
  const cursor = offsets.slice(0, nodes);
  const stack: number[] = [];
  const path: number[] = [];
  let counter = 0;
  let count = 0;

  const enter = (node: number): void => {
    order[node] = low[node] = ++counter;
    stack.push(node);
    onStack[node] = 1;
    path.push(node);
  };
  const close = (root: number): void => {
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      onStack[member] = 0;
      of[member] = count;
      if (member === root) break;
    }
    count++;
  };

  for (let root = 0; root < nodes; root++) {
    if (order[root] !== 0) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const at = cursor[node] ?? 0;
      if (at < (offsets[node + 1] ?? 0)) {
        cursor[node] = at + 1;
        const child = targets[at] ?? 0;
        if (order[child] === 0) enter(child);
        else if (onStack[child] === 1) low[node] = Math.min(low[node] ?? 0, order[child] ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      if (low[node] === order[node]) close(node);
    }
  }
  return { count, of };
}

/** Members of each group, in ascending order. */
export function membersOf({ count, of }: Components): readonly (readonly number[])[] {
  const members: number[][] = Array.from({ length: count }, () => []);
  for (const [node, component] of of.entries()) members[component]?.push(node);
  return members;
}
