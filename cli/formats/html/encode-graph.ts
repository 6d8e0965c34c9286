import { edgeTypes } from '../../../model/edge.ts';
import type { WireGraph } from '../../../ui/report/wire.ts';
import type { Dictionary } from './dictionary.ts';
import type { GraphExtract } from './graph-extract.ts';

/** The extract by ordinals and dictionary numbers. Edges to nodes that it lacks are counted as left out. */
export function encodeGraph({ nodes, edges, omitted }: GraphExtract, { of }: Dictionary): WireGraph {
  const ordinal = new Map(nodes.map(({ id }, index) => [id, index]));
  const known = edges.filter(({ from, to }) => ordinal.has(from) && ordinal.has(to));
  return {
    id: nodes.map(({ id }) => of(id)),
    name: nodes.map(({ name }) => of(name)),
    type: nodes.map(({ type }) => of(type)),
    region: nodes.map(({ region }) => of(region)),
    service: nodes.map(({ service }) => of(service)),
    degree: nodes.map((node) => node.edges),
    edges: known.flatMap(({ from, to, type }) => [ordinal.get(from) ?? 0, ordinal.get(to) ?? 0, of(edgeTypes[type].title)]),
    omitted: { nodes: omitted.nodes, edges: omitted.edges + edges.length - known.length },
  };
}
