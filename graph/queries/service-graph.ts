import { DirectedGraph } from 'graphology';
import { edgeTypes, type EdgeType } from '../../model/edge.ts';
import { compareText } from '../../model/json.ts';
import type { EstateView } from '../view.ts';
import type { Services } from './services.ts';

export interface ServiceNode {
  readonly resources: number;
}

export interface ServiceEdge {
  /** Number of resource edges of each kind that the dependency is made of. */
  readonly types: Readonly<Partial<Record<EdgeType, number>>>;
}

export type ServiceGraph = DirectedGraph<ServiceNode, ServiceEdge>;

/** Services as nodes; an edge from a service to each one that it needs at run time, made of the edges between their resources. */
export function serviceGraph(view: EstateView, services: Services): ServiceGraph {
  const graph: ServiceGraph = new DirectedGraph<ServiceNode, ServiceEdge>();
  for (const { id, resources } of services.all) graph.addNode(id, { resources: resources.length });
  const bundles = new Map<string, { from: string; to: string; types: Map<EdgeType, number> }>();
  for (const { from, to, type } of view.estate.edges) {
    const { dependent } = edgeTypes[type];
    if (dependent === 'none') continue;
    const [needs, needed] = dependent === 'from' ? [services.of(from), services.of(to)] : [services.of(to), services.of(from)];
    if (needs === needed) continue;
    const key = `${needs}\n${needed}`;
    const bundle = bundles.get(key) ?? { from: needs, to: needed, types: new Map<EdgeType, number>() };
    bundle.types.set(type, (bundle.types.get(type) ?? 0) + 1);
    bundles.set(key, bundle);
  }
  for (const { from, to, types } of [...bundles.values()].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to))) {
    graph.addDirectedEdge(from, to, { types: Object.fromEntries([...types].sort(([a], [b]) => compareText(a, b))) });
  }
  return graph;
}
