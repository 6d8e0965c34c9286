import { compareText } from '../../../model/json.ts';
import type { GraphDocument } from '../../../model/graph-document.ts';

export interface Bounds {
  readonly nodes: number;
  readonly edges: number;
}

/** A document within bounds, and what was left out for them. */
export interface Bounded extends Pick<GraphDocument, 'nodes' | 'edges'> {
  readonly cut: Bounds;
}

/** The best connected nodes and the edges between them, in the order of the document. Pictures of more cannot be read, and some tools refuse them. */
export function bounded({ nodes, edges }: Pick<GraphDocument, 'nodes' | 'edges'>, bounds: Bounds): Bounded {
  const degree = new Map<string, number>();
  for (const { from, to } of edges) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const ranked = nodes.length <= bounds.nodes ? nodes : nodes.toSorted((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || compareText(a.id, b.id));
  const kept = new Set(ranked.slice(0, bounds.nodes).map(({ id }) => id));
  const left = edges.filter(({ from, to }) => kept.has(from) && kept.has(to)).slice(0, bounds.edges);
  return { nodes: nodes.filter(({ id }) => kept.has(id)), edges: left, cut: { nodes: nodes.length - kept.size, edges: edges.length - left.length } };
}

/** Says what was left out; undefined if nothing was. */
export function cutText({ cut: { nodes, edges } }: Bounded): string | undefined {
  return nodes + edges === 0 ? undefined : `Cut: ${nodes} more nodes and ${edges} more edges are not shown. Choose a part with --service or --around, or --level service.`;
}
