import { edgeTypeNames, type EdgeType } from '../model/edge.ts';
import { csrOf, type Csr } from './csr.ts';
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
  const ordinal = new Map(ids.map((id, index) => [id, index]));
  const from = Uint32Array.from(edges, (edge) => ordinal.get(edge.from) ?? 0);
  const to = Uint32Array.from(edges, (edge) => ordinal.get(edge.to) ?? 0);
  const codes = new Map(edgeTypeNames.map((type, code) => [type, code]));
  const types = Uint8Array.from(edges, ({ type }) => codes.get(type) ?? 0);
  const nodes = ids.length;
  return { ids, ordinal, edges, out: csrOf({ nodes, from, to }), in: csrOf({ nodes, from: to, to: from }), from, to, types };
}

/** 1 for each code of `Adjacency.types` that is one of the given types; every code if none are given. */
export function typeMask(types: readonly EdgeType[]): Uint8Array {
  return Uint8Array.from(edgeTypeNames, (type) => (types.length === 0 || types.includes(type) ? 1 : 0));
}
