/**
 * A directed graph by ordinals in flat arrays: the neighbours of node n stand at offsets[n] … offsets[n + 1]. Whole-graph algorithms
 * visit every edge many times, and at a million nodes objects cost ten times the memory and time.
 */
export interface Csr {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** What each place of `targets` stands for: the index of its edge. */
  readonly edges: Uint32Array;
}

/** Ends of edges, one array for each end. Edges keep their order within a node. */
export interface Ends {
  readonly nodes: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Index of each edge; its place if not given. */
  readonly edges?: Uint32Array;
}

/** Counting sort of edges by the node that they start at. */
export function csrOf({ nodes, from, to, edges }: Ends): Csr {
  const offsets = new Uint32Array(nodes + 1);
  for (const end of from) offsets[end + 1] = (offsets[end + 1] ?? 0) + 1;
  for (let node = 0; node < nodes; node++) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const next = offsets.slice();
  const targets = new Uint32Array(from.length);
  const labels = new Uint32Array(from.length);
  for (let index = 0; index < from.length; index++) {
    const node = from[index] ?? 0;
    const at = next[node] ?? 0;
    next[node] = at + 1;
    targets[at] = to[index] ?? 0;
    labels[at] = edges?.[index] ?? index;
  }
  return { offsets, targets, edges: labels };
}

export function csrOfLists(successors: readonly (readonly number[])[]): Csr {
  const from = new Uint32Array(successors.reduce((sum, { length }) => sum + length, 0));
  const to = new Uint32Array(from.length);
  let at = 0;
  for (const [node, list] of successors.entries()) {
    for (const other of list) {
      from[at] = node;
      to[at] = other;
      at++;
    }
  }
  return csrOf({ nodes: successors.length, from, to });
}

export const sizeOf = ({ offsets }: Csr): number => offsets.length - 1;

/** Each edge in both directions, without loops. */
export function bothWays(graph: Csr): Csr {
  const nodes = sizeOf(graph);
  const from = new Uint32Array(graph.targets.length * 2);
  const to = new Uint32Array(from.length);
  let length = 0;
  for (let node = 0; node < nodes; node++) {
    for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at++) {
      const other = graph.targets[at] ?? 0;
      if (other === node) continue;
      from[length] = to[length + 1] = node;
      to[length] = from[length + 1] = other;
      length += 2;
    }
  }
  return csrOf({ nodes, from: from.subarray(0, length), to: to.subarray(0, length) });
}

/** Of so many nodes one waits: it is cheaper to ask the rest whether they are reached than to follow every edge of those that wait. */
const manyWaiting = 32;

/**
 * Nodes that can be reached from the given ones, those included: 1 by ordinal. With the edges the other way round it stays fast where
 * most of a large graph is reached: it then looks at the nodes that are left, in the order in which they lie in memory.
 */
export function reachable({ offsets, targets }: Csr, from: Iterable<number>, back?: Csr): Uint8Array {
  const reached = new Uint8Array(offsets.length - 1);
  // Each node waits once at most, so that there is room for all.
  const waiting = new Uint32Array(reached.length);
  const many = back === undefined ? reached.length : Math.max(1024, reached.length / manyWaiting);
  let length = 0;
  for (const node of from) {
    if (reached[node] !== 0) continue;
    reached[node] = 1;
    waiting[length++] = node;
  }
  while (length > 0) {
    if (length > many && back !== undefined) {
      // Whoever waited has been asked for by all when this is done, so that only those it finds wait from then on.
      length = reachLeft(back, reached, waiting);
      continue;
    }
    const node = waiting[--length] ?? 0;
    const end = offsets[node + 1] ?? 0;
    for (let at = offsets[node] ?? 0; at < end; at++) {
      const target = targets[at] ?? 0;
      if (reached[target] !== 0) continue;
      reached[target] = 1;
      waiting[length++] = target;
    }
  }
  return reached;
}

/** Marks the nodes that lead straight to a marked one, each once, and says how many it found. */
function reachLeft({ offsets, targets }: Csr, reached: Uint8Array, found: Uint32Array): number {
  let length = 0;
  for (let node = 0; node < reached.length; node++) {
    if (reached[node] !== 0) continue;
    const end = offsets[node + 1] ?? 0;
    for (let at = offsets[node] ?? 0; at < end; at++) {
      if (reached[targets[at] ?? 0] === 0) continue;
      reached[node] = 1;
      found[length++] = node;
      break;
    }
  }
  return length;
}
