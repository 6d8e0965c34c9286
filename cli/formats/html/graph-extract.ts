import type { Services } from '../../../graph/queries/services.ts';
import type { EstateView } from '../../../graph/view.ts';
import type { EdgeType } from '../../../model/edge.ts';
import type { Judgement } from '../../../model/readiness.ts';

export interface ExtractNode {
  readonly id: string;
  readonly name: string;
  /** CloudFormation type. */
  readonly type: string;
  /** Region code or global; empty where nobody told. */
  readonly region: string;
  readonly service: string;
  /** Edges that it has in the estate, of which the extract may lack some. */
  readonly edges: number;
}

export interface ExtractEdge {
  readonly from: string;
  readonly to: string;
  readonly type: EdgeType;
}

/** Part of the estate graph, small enough to travel in a report. */
export interface GraphExtract {
  readonly nodes: readonly ExtractNode[];
  readonly edges: readonly ExtractEdge[];
  /** What the estate has beyond it. */
  readonly omitted: { readonly nodes: number; readonly edges: number };
}

export interface Extract {
  readonly view: EstateView;
  readonly services: Pick<Services, 'of'>;
  /** In the order of the document: worst first. */
  readonly judgements: readonly Judgement[];
  /** Most nodes. */
  readonly limit: number;
}

/** Edges kept for each node kept: beyond it, edges of shared hubs would outweigh the report. */
const edgesPerNode = 6;
/** Neighbours that one resource brings along, so that a hub does not fill the extract alone. */
const neighboursPerNode = 12;

/** The extract that a report carries: at most 1,500 resources, about 150 kB. */
export function graphExtract(view: EstateView, services: Pick<Services, 'of'>, judgements: readonly Judgement[]): GraphExtract {
  return boundedExtract({ view, services, judgements, limit: 1500 });
}

/**
 * Resources with gaps and their neighbours, worst first and from every service in turn; then those with unknown verdicts, then the rest,
 * until there are `limit`; and the edges between those.
 */
export function boundedExtract({ view, services, judgements, limit }: Extract): GraphExtract {
  const chosen = new Set<string>();
  const take = (ids: Iterable<string>): void => {
    for (const id of ids) {
      if (chosen.size >= limit) return;
      if (view.resource(id) !== undefined) chosen.add(id);
    }
  };
  for (const state of ['gap', 'unknown'] as const) {
    const about = judgements.flatMap((judgement) => (judgement.state === state ? judgement.resources : []));
    for (const id of inTurn(about, services)) {
      if (chosen.size >= limit) break;
      take([id, ...(state === 'gap' ? neighboursOf(view, id) : [])]);
    }
  }
  take(view.estate.resources.keys());
  const nodes = [...view.estate.resources.values()].filter(({ id }) => chosen.has(id));
  const edges = view.estate.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)).slice(0, limit * edgesPerNode);
  return {
    nodes: nodes.map(({ id, name, resourceType, region }) => ({ id, name, type: resourceType, region: region ?? '', service: services.of(id), edges: view.out(id).length + view.in(id).length })),
    edges: edges.map(({ from, to, type }) => ({ from, to, type })),
    omitted: { nodes: view.estate.resources.size - chosen.size, edges: view.estate.edges.length - edges.length },
  };
}

/** The first of every service, then the second of every service, and so on. */
function* inTurn(ids: readonly string[], services: Pick<Services, 'of'>): Iterable<string> {
  let lists = [...Map.groupBy(new Set(ids), (id) => services.of(id)).values()];
  for (let turn = 0; lists.length > 0; turn++) {
    for (const list of lists) yield list[turn] ?? '';
    lists = lists.filter((list) => list.length > turn + 1);
  }
}

function neighboursOf(view: EstateView, id: string): string[] {
  return [...view.out(id).map(({ to }) => to), ...view.in(id).map(({ from }) => from)].slice(0, neighboursPerNode);
}
