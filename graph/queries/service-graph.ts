import { DirectedGraph } from 'graphology';
import { edgeTypeNames, edgeTypes, type EdgeType } from '../../model/edge.ts';
import { compareText } from '../../model/json.ts';
import type { EstateView } from '../view.ts';
import { crossing, type RegionPair } from './regions.ts';
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

interface Bundle {
  readonly from: number;
  readonly to: number;
  /** Number of edges by the place of their type in edgeTypeNames. */
  readonly types: Map<number, number>;
  readonly crossings: Map<string, RegionCrossing>;
}

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
  const { ids, bundles } = bundled(view, services);
  for (const { from, to, types, crossings } of bundles) {
    const named = [...types].map(([code, count]) => [edgeTypeNames[code] ?? '', count] as const).sort(([a], [b]) => compareText(a, b));
    graph.addDirectedEdge(ids[from], ids[to], {
      count: named.reduce((sum, [, count]) => sum + count, 0),
      types: Object.fromEntries(named),
      crossings: [...crossings].sort(([a], [b]) => compareText(a, b)).map(([, crossing]) => crossing),
    });
  }
  return graph;
}

/** Edges between services by pair, in canonical order. */
function bundled(view: EstateView, services: Services): { readonly ids: readonly string[]; readonly bundles: readonly Bundle[] } {
  const { adjacency: { ids: resources, from, to, types } } = view;
  const { ids, of } = serviceIndex(view, services);
  const dependents = edgeTypeNames.map((type) => edgeTypes[type].dependent);
  const regions = resources.map((id) => view.resource(id)?.region);
  const bundles = new Map<number, Bundle>();
  for (let edge = 0; edge < types.length; edge++) {
    const code = types[edge] ?? 0;
    const dependent = dependents[code];
    if (dependent === 'none') continue;
    const [needing, needed] = dependent === 'from' ? [from[edge] ?? 0, to[edge] ?? 0] : [to[edge] ?? 0, from[edge] ?? 0];
    const [a, b] = [of[needing] ?? 0, of[needed] ?? 0];
    if (a === b) continue;
    const bundle = bundles.get(a * ids.length + b) ?? { from: a, to: b, types: new Map<number, number>(), crossings: new Map<string, RegionCrossing>() };
    bundles.set(a * ids.length + b, bundle);
    bundle.types.set(code, (bundle.types.get(code) ?? 0) + 1);
    cross(bundle, regions[needing], regions[needed]);
  }
  return { ids, bundles: [...bundles.values()].sort((x, y) => x.from - y.from || x.to - y.to) };
}

function cross({ crossings }: Bundle, from: string | undefined, to: string | undefined): void {
  const pair = crossing(from, to);
  if (pair === undefined) return;
  const key = `${pair.from}\n${pair.to}`;
  crossings.set(key, { ...pair, count: (crossings.get(key)?.count ?? 0) + 1 });
}
