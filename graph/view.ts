import { edgeTypeNames, type EdgeType } from '../model/edge.ts';
import type { KindId, Resource } from '../model/resource.ts';
import { adjacencyOf, type Adjacency } from './adjacency.ts';
import type { Csr } from './csr.ts';
import type { Dangling, Edge, EstateGraph } from './estate.ts';

/** A resource of one kind, with its attributes typed. */
export type ResourceOf<K extends KindId> = Extract<Resource, { readonly kind: K }>;

/** How rules, queries and the UI read an estate. Nothing in it changes the graph. */
export interface EstateView {
  readonly estate: EstateGraph;
  readonly adjacency: Adjacency;
  resource(id: string): Resource | undefined;
  ofKind<K extends KindId>(kind: K): readonly ResourceOf<K>[];
  /** Edges that start at the resource, in canonical order; of the given types only, if any are given. */
  out(id: string, ...types: readonly EdgeType[]): readonly Edge[];
  /** Edges that end at the resource. */
  in(id: string, ...types: readonly EdgeType[]): readonly Edge[];
  /** References of the resource whose target is not in the estate. */
  dangling(id: string, ...types: readonly EdgeType[]): readonly Dangling[];
  /** Resources that an identifier in the configuration of `from` means. */
  resolve(identifier: string, from: Resource, target?: string): readonly Resource[];
}

export function viewOf(estate: EstateGraph): EstateView {
  const adjacency = adjacencyOf(estate);
  const byKind = groupBy(estate.resources.values(), ({ kind }) => kind);
  const danglingBy = groupBy(estate.dangling, ({ from }) => from);
  const { ordinal, edges, types: codes } = adjacency;
  // Who asks about a resource mostly asks again about the same one.
  let last: { readonly id: string; readonly node: number | undefined } = { id: '', node: ordinal.get('') };
  const pick = ({ offsets, edges: indexes }: Csr, id: string, types: readonly EdgeType[]): readonly Edge[] => {
    if (last.id !== id) last = { id, node: ordinal.get(id) };
    const { node } = last;
    if (node === undefined) return none;
    const end = offsets[node + 1] ?? 0;
    let found: Edge[] | undefined;
    for (let at = offsets[node] ?? 0; at < end; at++) {
      const index = indexes[at] ?? 0;
      // By the code: what is not asked for is not fetched from memory.
      if (types.length > 0 && !types.includes(edgeTypeNames[codes[index] ?? 0] ?? 'refers')) continue;
      const edge = edges[index] as Edge;
      if (found === undefined) found = [edge];
      else found.push(edge);
    }
    return found ?? none;
  };
  return {
    estate,
    adjacency,
    resource: (id) => estate.resources.get(id),
    ofKind: <K extends KindId>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly ResourceOf<K>[],
    out: (id, ...types) => pick(adjacency.out, id, types),
    in: (id, ...types) => pick(adjacency.in, id, types),
    dangling: (id, ...types) => danglingBy.get(id)?.filter(({ type }) => types.length === 0 || types.includes(type)) ?? none,
    resolve: (identifier, from, target) =>
      estate.resolve(identifier, { account: from.account, region: from.region === 'global' ? undefined : from.region, target }),
  };
}

const none: readonly never[] = [];

function groupBy<T, K>(values: Iterable<T>, key: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const name = key(value);
    const group = groups.get(name);
    if (group) group.push(value);
    else groups.set(name, [value]);
  }
  return groups;
}
