import type { EdgeType } from '../../model/edge.ts';
import type { Edge } from '../estate.ts';
import type { EstateView } from '../view.ts';

export interface PathOptions {
  readonly from: string;
  readonly to: string;
  /** Kinds of edge to follow; every kind if not given. */
  readonly types?: readonly EdgeType[];
}

/** A shortest path of edges from one resource to another, following edges as they point; undefined if there is none. */
export function path(view: EstateView, { from, to, types = [] }: PathOptions): readonly Edge[] | undefined {
  if (view.resource(from) === undefined || view.resource(to) === undefined) return undefined;
  const cameBy = new Map<string, Edge | undefined>([[from, undefined]]);
  for (const id of cameBy.keys()) {
    if (id === to) return unwind(cameBy, to);
    for (const edge of view.out(id, ...types)) if (!cameBy.has(edge.to)) cameBy.set(edge.to, edge);
  }
  return undefined;
}

function unwind(cameBy: ReadonlyMap<string, Edge | undefined>, to: string): Edge[] {
  const edges: Edge[] = [];
  for (let edge = cameBy.get(to); edge; edge = cameBy.get(edge.from)) edges.push(edge);
  return edges.reverse();
}
