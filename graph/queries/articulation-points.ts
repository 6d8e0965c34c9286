import { bothWays, sizeOf, type Csr } from '../csr.ts';

export interface ArticulationPoint {
  readonly node: number;
  /** Nodes that lose touch with the largest part that remains of its component. */
  readonly cutOff: number;
  /** Parts that its component falls into. */
  readonly parts: number;
}

/**
 * Nodes whose loss takes a connected component apart, whichever way edges point: Tarjan's lowpoint algorithm, iterative and linear.
 * Several edges between the same two nodes are one connection.
 */
export function articulationPoints(graph: Csr): ArticulationPoint[] {
  const { offsets, targets } = bothWays(graph);
  const nodes = sizeOf(graph);
  const order = new Uint32Array(nodes);
  const low = new Uint32Array(nodes);
  /** Nodes below in the search tree, the node itself included. */
  const below = new Uint32Array(nodes).fill(1);
  /** Of the parts that fall off below a node: their nodes, the largest of them, and how many there are. */
  const fallen = new Uint32Array(nodes);
  const largest = new Uint32Array(nodes);
  const parts = new Uint32Array(nodes);
  const parent = new Int32Array(nodes).fill(-1);
  const cursor = offsets.slice(0, nodes);
  const points: ArticulationPoint[] = [];
  let counter = 0;

  const leave = (node: number): void => {
    const up = parent[node] ?? -1;
    if (up === -1) return;
    const size = below[node] ?? 1;
    below[up] = (below[up] ?? 0) + size;
    low[up] = Math.min(low[up] ?? 0, low[node] ?? 0);
    if ((low[node] ?? 0) < (order[up] ?? 0)) return;
    fallen[up] = (fallen[up] ?? 0) + size;
    largest[up] = Math.max(largest[up] ?? 0, size);
    parts[up] = (parts[up] ?? 0) + 1;
  };

  for (let root = 0; root < nodes; root++) {
    if (order[root] !== 0) continue;
    const members: number[] = [];
    order[root] = low[root] = ++counter;
    for (let node = root; node !== -1; ) {
      const at = cursor[node] ?? 0;
      if (at === (offsets[node + 1] ?? 0)) {
        leave(node);
        members.push(node);
        node = parent[node] ?? -1;
        continue;
      }
      cursor[node] = at + 1;
      const other = targets[at] ?? 0;
      if (order[other] === 0) {
        parent[other] = node;
        order[other] = low[other] = ++counter;
        node = other;
      } else if (other !== parent[node]) low[node] = Math.min(low[node] ?? 0, order[other] ?? 0);
    }
    for (const node of members) {
      const rest = members.length - 1 - (fallen[node] ?? 0);
      const pieces = (parts[node] ?? 0) + (rest > 0 ? 1 : 0);
      if (pieces > 1) points.push({ node, parts: pieces, cutOff: members.length - 1 - Math.max(rest, largest[node] ?? 0) });
    }
  }
  return points.sort((a, b) => a.node - b.node);
}
