import { MultiDirectedGraph } from 'graphology';
import type { GraphDocument, GraphEdge, GraphNode } from '../../model/graph-document.ts';

/** A part of the estate for the algorithms of graphology. Nodes are keyed by id; edges run as their kind reads, several between two nodes too. */
export type GraphologyGraph = MultiDirectedGraph<Omit<GraphNode, 'id'>, Omit<GraphEdge, 'from' | 'to'>, Omit<GraphDocument, 'nodes' | 'edges'>>;

/** The document as a graph, each node and edge with what the document says of it. */
export function graphologyOf({ nodes, edges, ...about }: GraphDocument): GraphologyGraph {
  const graph: GraphologyGraph = new MultiDirectedGraph();
  graph.replaceAttributes(about);
  for (const { id, ...attributes } of nodes) graph.addNode(id, attributes);
  for (const { from, to, ...attributes } of edges) graph.addDirectedEdge(from, to, attributes);
  return graph;
}
