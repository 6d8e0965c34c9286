import { DirectedGraph } from 'graphology';
import { edgeTypeNames, edgeTypes, type EdgeType } from '../../model/edge.ts';
import { compareText } from '../../model/json.ts';
import { csrOf, type Csr } from '../csr.ts';
import { keyIndex } from '../key-index.ts';
import type { EstateView } from '../view.ts';
import { crossing, type RegionPair } from './regions.ts';
import { regionsByPlace } from './regions-by-place.ts';
import { serviceIndex } from './service-index.ts';
import type { Services } from './services.ts';

export interface ServiceNode {
  readonly resources: number;
}

/** Edges into another region, from the one of the service that needs to that of what it needs. */
export interface RegionCrossing extends RegionPair {
  readonly count: number;
}

export interface ServiceEdge {
  /** Number of resource edges that the dependency is made of. */
  readonly count: number;
  /** The same for each kind of edge. */
  readonly types: Readonly<Partial<Record<EdgeType, number>>>;
  /** Those of them that lead into another region. Edges of which an end has no region, or none that anybody told, are not among them. */
  readonly crossings: readonly RegionCrossing[];
}

export type ServiceGraph = DirectedGraph<ServiceNode, ServiceEdge>;

const made = new WeakMap<Services, ServiceGraph>();

/** Services as nodes; an edge from a service to each one that it needs at run time, made of the edges between their resources. Made once for each grouping, and not to be changed. */
export function serviceGraph(view: EstateView, services: Services): ServiceGraph {
  const known = made.get(services) ?? build(view, services);
  made.set(services, known);
  return known;
}

function build(view: EstateView, services: Services): ServiceGraph {
  const graph: ServiceGraph = new DirectedGraph<ServiceNode, ServiceEdge>();
  for (const { id, resources } of services.all) graph.addNode(id, { resources: resources.length });
  const { ids, keys, edges, ofKey } = bundled(view, services);
  const attributesOf = bundler(view);
  for (const key of keys) {
    const place = ofKey(key);
    graph.addDirectedEdge(ids[Math.floor(key / ids.length)], ids[key % ids.length], attributesOf(edges, edges.offsets[place] ?? 0, edges.offsets[place + 1] ?? 0));
  }
  return graph;
}

const dependents = edgeTypeNames.map((type) => edgeTypes[type].dependent);

interface Bundles {
  /** Services in canonical order. */
  readonly ids: readonly string[];
  /** A number for each pair of services that edges connect, in canonical order: the needing one × services + the needed one. */
  readonly keys: Float64Array;
  ofKey(key: number): number;
  /** Edges by the place of their pair. */
  readonly edges: Csr;
}

/** Edges between services by pair. */
function bundled(view: EstateView, services: Services): Bundles {
  const { from, to, types } = view.adjacency;
  const { ids, of } = serviceIndex(view, services);
  const pairs = keyIndex();
  const places = new Uint32Array(types.length);
  const edges = new Uint32Array(types.length);
  let length = 0;
  for (let edge = 0; edge < types.length; edge++) {
    const dependent = dependents[types[edge] ?? 0];
    if (dependent === 'none') continue;
    const a = of[from[edge] ?? 0] ?? 0;
    const b = of[to[edge] ?? 0] ?? 0;
    if (a === b) continue;
    places[length] = pairs.placeOf(dependent === 'from' ? a * ids.length + b : b * ids.length + a);
    edges[length++] = edge;
  }
  const keys = new Float64Array(pairs.size);
  for (let place = 0; place < keys.length; place++) keys[place] = pairs.keyAt(place);
  return { ids, keys: keys.sort(), ofKey: pairs.find, edges: csrOf({ nodes: pairs.size, from: places.subarray(0, length), to: edges.subarray(0, length) }) };
}

/** What a run of edges between two services is made of. Most are made of one edge: what many have in common is one object for all of them. */
function bundler(view: EstateView): (edges: Csr, start: number, end: number) => ServiceEdge {
  const { from, to, types } = view.adjacency;
  const regions = regionsByPlace(view);
  const sole = edgeTypeNames.map((type) => ({ [type]: 1 }) as ServiceEdge['types']);
  const none: ServiceEdge['crossings'] = [];
  const soleCrossings = new Map<string, ServiceEdge['crossings']>();
  return ({ targets }, start, end) => {
    // Made for runs of several edges only.
    const counts = end - start > 1 ? new Map<EdgeType, number>() : undefined;
    let crossings: Map<string, RegionCrossing> | undefined;
    for (let at = start; at < end; at++) {
      const edge = targets[at] ?? 0;
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
      types: counts === undefined ? (sole[types[targets[start] ?? 0] ?? 0] ?? {}) : Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b))),
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
