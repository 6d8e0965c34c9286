import { edgeTypes, type EdgeType } from '../../model/edge.ts';
import type { GraphDocument, GraphEdge, GraphNode } from '../../model/graph-document.ts';
import { compareText } from '../../model/json.ts';
import { sourceLabel } from '../../model/source.ts';
import type { Edge } from '../estate.ts';
import type { EstateView } from '../view.ts';
import { neighbours } from './neighbours.ts';
import { crossing, roundTrip } from './regions.ts';
import { serviceGraph } from './service-graph.ts';
import type { Service, Services } from './services.ts';

export interface Selection {
  readonly level: 'resource' | 'service';
  /** Services to show; with `around` and this empty, the whole estate. */
  readonly services?: readonly string[];
  /** Resource ids to show with what is around them. */
  readonly around?: readonly string[];
  /** Steps from these. By default 1, and 0 from the resources of a service. */
  readonly depth?: number | undefined;
  /** Kinds of edge to show and to follow; every kind if empty. */
  readonly edges?: readonly EdgeType[];
  /** Most nodes, the nearest first, and of services those with most resources; ten edges for each. `omitted` counts the rest. */
  readonly limit?: number | undefined;
}

/** Part of the estate as a document of its own. */
export function graphDocument(view: EstateView, services: Services, selection: Selection): Omit<GraphDocument, 'tool'> {
  const { level, services: named = [], around = [], edges: types = [], limit = Number.POSITIVE_INFINITY } = selection;
  const depth = selection.depth ?? (level === 'resource' && around.length === 0 ? 0 : 1);
  const chosen = { services: named, around, types, depth, limit, all: named.length + around.length === 0 };
  const shown = level === 'service' ? serviceLevel(view, services, chosen) : resourceLevel(view, services, chosen);
  return { format: 'regionready/graph', version: 1, level, selection: { services: [...named], around: [...around], depth: chosen.all ? 0 : depth, edges: [...types] }, ...shown };
}

interface Chosen {
  readonly services: readonly string[];
  readonly around: readonly string[];
  readonly types: readonly EdgeType[];
  readonly depth: number;
  readonly limit: number;
  /** Nothing was chosen: everything is shown. */
  readonly all: boolean;
}

type Shown = Pick<GraphDocument, 'nodes' | 'edges' | 'omitted'>;

function resourceLevel(view: EstateView, services: Services, { services: named, around, types, depth, limit, all }: Chosen): Shown {
  const centres = [...around, ...named.flatMap((name) => services.all.find(({ id }) => id === name)?.resources ?? [])];
  const { resources, edges } = view.estate;
  const { ids, ordinal } = view.adjacency;
  // By what is selected, never by what there is: an estate of a hundred thousand resources is asked for a few hundred at a time.
  const inside = all ? ids : [...neighbours(view, centres, { depth, types, limit }).distance.keys()].sort((a, b) => (ordinal.get(a) ?? 0) - (ordinal.get(b) ?? 0));
  const nodes = inside.slice(0, limit).flatMap((id) => resourceNode(view, services, id) ?? []);
  const kept = new Set(nodes.map(({ id }) => id));
  const shown: Edge[] = [];
  for (const { id } of nodes) for (const edge of shown.length < limit * 10 ? view.out(id, ...types) : []) if (kept.has(edge.to)) shown.push(edge);
  const drawn = shown.slice(0, limit * 10);
  return { nodes, edges: drawn.map((edge) => resourceEdge(view, edge)), omitted: { nodes: resources.size - nodes.length, edges: edges.length - drawn.length } };
}

/** A resource as a node of a document. */
export function resourceNode(view: EstateView, services: Services, wanted: string): GraphNode | undefined {
  const resource = view.resource(wanted);
  if (resource === undefined) return undefined;
  const { id, name, resourceType, kind, region, account } = resource;
  const { service, basis, because } = services.why(id);
  return { id, name, type: resourceType, ...told({ kind, region, account }), service, basis, because };
}

/** A service as a node of a document. */
export function serviceNode(view: EstateView, { id, basis, resources }: Service): GraphNode {
  const regions = new Set(resources.flatMap((resource) => view.resource(resource)?.region ?? []));
  return { id, name: id, type: 'service', service: id, basis, resources: resources.length, regions: [...regions].sort(compareText) };
}

/** Members whose value is known. */
function told<T extends Readonly<Record<string, string | undefined>>>(values: T): { [Name in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [Name in keyof T]?: string };
}

const confidences = ['declared', 'mentioned', 'inferred'] as const;

/** An edge between resources as an edge of a document. */
export function resourceEdge(view: EstateView, { from, to, type, evidence }: Edge): GraphEdge {
  const pair = crossing(view.resource(from)?.region, view.resource(to)?.region);
  const best = confidences.find((confidence) => evidence.some((proof) => proof.confidence === confidence)) ?? 'inferred';
  return {
    from, to, type, count: 1,
    confidence: best,
    how: evidence.map(({ how, source }) => `${how}, ${sourceLabel(source)}`),
    ...(pair === undefined ? {} : { crossings: [{ ...pair, count: 1, ...roundTrip(pair) }] }),
  };
}

function serviceLevel(view: EstateView, services: Services, { services: named, around, types, depth, limit, all }: Chosen): Shown {
  const counted = (own: Readonly<Partial<Record<EdgeType, number>>>): number =>
    Object.entries(own).reduce((sum, [type, count]) => sum + (types.length === 0 || types.includes(type as EdgeType) ? count : 0), 0);
  const everyEdge = serviceGraph(view, services).edges();
  const followed = everyEdge.filter(({ types: own }) => counted(own) > 0);
  const inside = new Set([...named, ...around.map((id) => services.of(id))]);
  const steps = all ? 0 : depth;
  for (let step = 0; step < steps; step++) for (const { from, to } of followed.filter(({ from, to }) => inside.has(from) !== inside.has(to))) inside.add(from).add(to);
  const largest = services.all.filter(({ id }) => all || inside.has(id)).sort((a, b) => b.resources.length - a.resources.length || compareText(a.id, b.id)).slice(0, limit);
  const kept = new Set(largest.map(({ id }) => id));
  const has = (id: string): boolean => kept.has(id);
  const nodes = services.all.filter(({ id }) => has(id)).map((service) => serviceNode(view, service));
  const shown = followed.filter(({ from, to }) => has(from) && has(to)).sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to)).slice(0, limit * 10);
  return {
    nodes,
    edges: shown.map(({ from, to, types: own, crossings }) => ({
      from, to, type: 'needs', count: counted(own),
      types: Object.fromEntries(Object.entries(own).filter(([type]) => types.length === 0 || types.includes(type as EdgeType))),
      ...(crossings.length === 0 ? {} : { crossings: crossings.map((pair) => ({ ...pair, ...roundTrip(pair) })) }),
    })),
    omitted: { nodes: services.all.length - nodes.length, edges: everyEdge.length - shown.length },
  };
}

/** What a kind of edge between two nodes reads like: `reads`, or `needs` between services. */
export const verbOf = (type: GraphEdge['type']): string => (type === 'needs' ? 'needs' : edgeTypes[type].title);
