import { edgeTypeNames, type EdgeType } from '../model/edge.ts';
import { csrOf, type Csr } from './csr.ts';
import { endsOf, type EdgeEnds } from './edge-ends.ts';
import type { Edge, EstateGraph } from './estate.ts';

/** Edges of each resource in both directions, by ordinal. */
export interface Adjacency {
  readonly ids: readonly string[];
  readonly ordinal: ReadonlyMap<string, number>;
  readonly edges: readonly Edge[];
  /** Edges by the resource that they start at, and by the one that they end at. */
  readonly out: Csr;
  readonly in: Csr;
  /** Ordinals of each edge's ends. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Each edge's type, as its place in edgeTypeNames. */
  readonly types: Uint8Array;
}

export function adjacencyOf({ resources, edges }: Pick<EstateGraph, 'resources' | 'edges'>): Adjacency {
  const ids = [...resources.keys()];
  const { ordinal, from, to } = endsOf(edges, ids) ?? lookedUp(edges, ids);
  const codes = new Map(edgeTypeNames.map((type, code) => [type, code]));
  const types = new Uint8Array(edges.length);
  for (let index = 0; index < edges.length; index++) types[index] = codes.get((edges[index] as Edge).type) ?? 0;
  const nodes = ids.length;
  return { ids, ordinal, edges, out: csrOf({ nodes, from, to }), in: csrOf({ nodes, from: to, to: from }), from, to, types };
}

function lookedUp(edges: readonly Edge[], ids: readonly string[]): EdgeEnds {
  const ordinal = new Map<string, number>();
  for (const id of ids) ordinal.set(id, ordinal.size);
  return { ordinal, from: Uint32Array.from(edges, (edge) => ordinal.get(edge.from) ?? 0), to: Uint32Array.from(edges, (edge) => ordinal.get(edge.to) ?? 0) };
}

/** 1 for each code of `Adjacency.types` that is one of the given types; every code if none are given. */
export function typeMask(types: readonly EdgeType[]): Uint8Array {
  return Uint8Array.from(edgeTypeNames, (type) => (types.length === 0 || types.includes(type) ? 1 : 0));
}
