import type { Edge, EstateGraph } from './estate.ts';

/** Edges of each resource in both directions. Ordinals and flat arrays, because whole-graph algorithms visit every edge many times. */
export interface Adjacency {
  readonly ids: readonly string[];
  readonly ordinal: ReadonlyMap<string, number>;
  readonly edges: readonly Edge[];
  /** Indexes into `edges`, grouped by subject: those of node n stand at outOffsets[n] … outOffsets[n + 1]. */
  readonly out: Uint32Array;
  readonly outOffsets: Uint32Array;
  readonly in: Uint32Array;
  readonly inOffsets: Uint32Array;
  /** Ordinals of each edge's ends. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

export function adjacencyOf({ resources, edges }: Pick<EstateGraph, 'resources' | 'edges'>): Adjacency {
  const ids = [...resources.keys()];
  const ordinal = new Map(ids.map((id, index) => [id, index]));
  const from = Uint32Array.from(edges, (edge) => ordinal.get(edge.from) ?? 0);
  const to = Uint32Array.from(edges, (edge) => ordinal.get(edge.to) ?? 0);
  const [out, outOffsets] = group(from, ids.length);
  const [inward, inOffsets] = group(to, ids.length);
  return { ids, ordinal, edges, out, outOffsets, in: inward, inOffsets, from, to };
}

/** Counting sort of edge indexes by one end. */
function group(ends: Uint32Array, nodes: number): [Uint32Array, Uint32Array] {
  const offsets = new Uint32Array(nodes + 1);
  for (const end of ends) offsets[end + 1] = (offsets[end + 1] ?? 0) + 1;
  for (let node = 0; node < nodes; node++) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const next = offsets.slice();
  const grouped = new Uint32Array(ends.length);
  for (const [index, end] of ends.entries()) {
    const at = next[end] ?? 0;
    grouped[at] = index;
    next[end] = at + 1;
  }
  return [grouped, offsets];
}
