import { edgeTypes, type EdgeType } from '../../model/edge.ts';
import type { GraphEdge, GraphNode } from '../../model/graph-document.ts';
import { compareText } from '../../model/json.ts';
import type { Edge } from '../estate.ts';
import type { EstateView } from '../view.ts';
import { resourceEdge, resourceNode, serviceNode } from './graph-document.ts';
import { crossing, roundTrip, type RegionPair } from './regions.ts';
import type { Service, Services } from './services.ts';

export interface Expanding {
  /** Services that are opened. */
  readonly services: readonly string[];
  /** Kinds of edge to show; every kind if empty. */
  readonly edges?: readonly EdgeType[];
  /** Most resources of each service, those with most edges first; and as many services around them. Ten edges for each node. */
  readonly limit: number;
}

export interface Expanded {
  /** The resources of the opened services, and the closed services that they are connected with. */
  readonly nodes: readonly GraphNode[];
  /** Edges between these resources, and bundles of the edges by which one of them needs a closed service or is needed by it. */
  readonly edges: readonly ExpandedEdge[];
  /** What the limit left out of the opened services, and closed services around them. */
  readonly omitted: { readonly resources: number; readonly services: number; readonly edges: number };
}

/** Ids of resources and names of services are not kept apart by anything: `outside` says which end is a service. */
export type ExpandedEdge = GraphEdge & { readonly outside?: 'from' | 'to' };

interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly outside: 'from' | 'to';
  readonly types: Map<EdgeType, number>;
  readonly crossings: Map<string, RegionPair & { count: number }>;
}

/** Services opened in place: their resources in full, what is around them as services. It costs as much as the opened services have edges. */
export function expanded(view: EstateView, services: Services, { services: opened, edges: types = [], limit }: Expanding): Expanded {
  const open = new Set(opened);
  const members = services.all.filter(({ id }) => open.has(id));
  const shown = new Set(members.flatMap((service) => mostConnected(view, service, limit)));
  const inner = new Set<Edge>();
  const bundles = new Map<string, Bundle>();
  for (const id of shown) {
    for (const edge of [...view.out(id, ...types), ...view.in(id, ...types)]) {
      const other = services.of(edge.from === id ? edge.to : edge.from);
      if (shown.has(edge.from) && shown.has(edge.to)) inner.add(edge);
      else if (!open.has(other)) add(bundles, edge, { view, id, other });
    }
  }
  const around = new Set([...bundles.values()].map((bundle) => bundle[bundle.outside]));
  const closed = services.all.filter(({ id }) => around.has(id)).sort((a, b) => b.resources.length - a.resources.length || compareText(a.id, b.id)).slice(0, limit);
  const drawn = new Set(closed.map(({ id }) => id));
  const { ordinal } = view.adjacency;
  const resources = [...shown].sort((a, b) => (ordinal.get(a) ?? 0) - (ordinal.get(b) ?? 0)).flatMap((id) => resourceNode(view, services, id) ?? []);
  const nodes = [...resources, ...closed.sort((a, b) => compareText(a.id, b.id)).map((service) => serviceNode(view, service))];
  const bundled = [...bundles.values()].filter((bundle) => drawn.has(bundle[bundle.outside])).map(bundleEdge);
  const edges: ExpandedEdge[] = [...[...inner].map((edge) => resourceEdge(view, edge)), ...bundled].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.type, b.type));
  const most = nodes.length * 10;
  const all = members.reduce((sum, { resources: own }) => sum + own.length, 0);
  return { nodes, edges: edges.slice(0, most), omitted: { resources: all - shown.size, services: around.size - closed.length, edges: Math.max(0, edges.length - most) + bundles.size - bundled.length } };
}

function mostConnected({ adjacency: { ordinal, out, in: inward } }: EstateView, { resources }: Service, limit: number): readonly string[] {
  if (resources.length <= limit) return resources;
  const degree = (id: string): number => [out, inward].reduce((sum, { offsets }) => sum + (offsets[(ordinal.get(id) ?? 0) + 1] ?? 0) - (offsets[ordinal.get(id) ?? 0] ?? 0), 0);
  return resources.map((id) => [id, degree(id)] as const).sort(([a, x], [b, y]) => y - x || compareText(a, b)).slice(0, limit).map(([id]) => id);
}

function add(bundles: Map<string, Bundle>, { from, to, type }: Edge, { view, id, other }: { readonly view: EstateView; readonly id: string; readonly other: string }): void {
  const { dependent } = edgeTypes[type];
  if (dependent === 'none') return;
  const outside = (dependent === 'from' ? from : to) === id ? 'to' : 'from';
  const key = JSON.stringify([id, outside, other]);
  const bundle = bundles.get(key) ?? { from: outside === 'to' ? id : other, to: outside === 'to' ? other : id, outside, types: new Map<EdgeType, number>(), crossings: new Map<string, RegionPair & { count: number }>() };
  bundles.set(key, bundle);
  bundle.types.set(type, (bundle.types.get(type) ?? 0) + 1);
  const [needing, needed] = dependent === 'from' ? [from, to] : [to, from];
  const pair = crossing(view.resource(needing)?.region, view.resource(needed)?.region);
  if (pair === undefined) return;
  const place = `${pair.from}\n${pair.to}`;
  bundle.crossings.set(place, { ...pair, count: (bundle.crossings.get(place)?.count ?? 0) + 1 });
}

function bundleEdge({ from, to, outside, types, crossings }: Bundle): ExpandedEdge {
  const kinds = [...types].sort(([a], [b]) => compareText(a, b));
  const pairs = [...crossings].sort(([a], [b]) => compareText(a, b)).map(([, pair]) => ({ ...pair, ...roundTrip(pair) }));
  return {
    from, to, type: 'needs', outside,
    count: kinds.reduce((sum, [, count]) => sum + count, 0),
    types: Object.fromEntries(kinds),
    ...(pairs.length === 0 ? {} : { crossings: pairs }),
  };
}
