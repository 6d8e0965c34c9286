import { edgeTypeNames, edgeTypes, type EdgeType } from '../../model/edge.ts';
import { compareText } from '../../model/json.ts';
import type { EstateView } from '../view.ts';
import { crossing, type RegionPair } from './regions.ts';
import { regionsByPlace } from './regions-by-place.ts';

/** Edges into another region, from the one of the service that needs to that of what it needs. */
export interface RegionCrossing extends RegionPair {
  readonly count: number;
}

/** A service that needs another one. */
export interface ServiceEdge {
  readonly from: string;
  readonly to: string;
  /** Number of resource edges that the dependency is made of. */
  readonly count: number;
  /** The same for each kind of edge. */
  readonly types: Readonly<Partial<Record<EdgeType, number>>>;
  /** Those of them that lead into another region. Edges of which an end has no region, or none that anybody told, are not among them. */
  readonly crossings: readonly RegionCrossing[];
}

const dependents = edgeTypeNames.map((type) => edgeTypes[type].dependent);

/** What a run of edges between two services adds up to. Most are made of one edge: what many have in common is one object for all of them. */
export function bundler(view: EstateView): (edges: Uint32Array, start: number, end: number) => Omit<ServiceEdge, 'from' | 'to'> {
  const { from, to, types } = view.adjacency;
  const regions = regionsByPlace(view);
  const sole = edgeTypeNames.map((type) => ({ [type]: 1 }) as ServiceEdge['types']);
  const none: ServiceEdge['crossings'] = [];
  const soleCrossings = new Map<string, ServiceEdge['crossings']>();
  return (edges, start, end) => {
    // Made for runs of several edges only.
    const counts = end - start > 1 ? new Map<EdgeType, number>() : undefined;
    let crossings: Map<string, RegionCrossing> | undefined;
    for (let at = start; at < end; at++) {
      const edge = edges[at] ?? 0;
      const type = edgeTypeNames[types[edge] ?? 0] ?? 'refers';
      counts?.set(type, (counts.get(type) ?? 0) + 1);
      const isFrom = dependents[types[edge] ?? 0] === 'from';
      const pair = crossing(regions[(isFrom ? from[edge] : to[edge]) ?? 0], regions[(isFrom ? to[edge] : from[edge]) ?? 0]);
      if (pair === undefined) continue;
      const key = `${pair.from}\n${pair.to}`;
      crossings ??= new Map<string, RegionCrossing>();
      crossings.set(key, { ...pair, count: (crossings.get(key)?.count ?? 0) + 1 });
    }
    return {
      count: end - start,
      types: counts === undefined ? (sole[types[edges[start] ?? 0] ?? 0] ?? {}) : Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b))),
      crossings: crossings === undefined ? none : inOrder(crossings, soleCrossings),
    };
  };
}

function inOrder(crossings: ReadonlyMap<string, RegionCrossing>, known: Map<string, ServiceEdge['crossings']>): ServiceEdge['crossings'] {
  const found = [...crossings].sort(([a], [b]) => compareText(a, b)).map(([, each]) => each);
  const [first] = found;
  if (found.length !== 1 || first?.count !== 1) return found;
  const key = `${first.from}\n${first.to}`;
  const same = known.get(key) ?? found;
  known.set(key, same);
  return same;
}
