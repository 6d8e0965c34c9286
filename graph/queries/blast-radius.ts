import { edgeTypes } from '../../model/edge.ts';
import type { Adjacency } from '../adjacency.ts';
import type { EstateView } from '../view.ts';

/**
 * Resources that stop or degrade when the given ones are lost, the lost ones included, in canonical order.
 * Each kind of edge says which end depends on the other: who reads a table depends on it, a function depends on what triggers it,
 * what a VPC contains depends on the VPC.
 */
export function blastRadius({ adjacency }: EstateView, lost: Iterable<string>): string[] {
  const reached = new Uint8Array(adjacency.ids.length);
  const queue: number[] = [];
  const visit = (node: number | undefined): void => {
    if (node === undefined || reached[node] === 1) return;
    reached[node] = 1;
    queue.push(node);
  };
  for (const id of lost) visit(adjacency.ordinal.get(id));
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) for (const dependent of dependentsOf(adjacency, node)) visit(dependent);
  return adjacency.ids.filter((_, node) => reached[node] === 1);
}

/** Nodes that need this one to work. */
function* dependentsOf({ edges, out, outOffsets, in: inward, inOffsets, from, to }: Adjacency, node: number): Iterable<number> {
  for (const index of inward.subarray(inOffsets[node], inOffsets[node + 1])) {
    if (edgeTypes[edges[index]?.type ?? 'observes'].dependent === 'from') yield from[index] ?? 0;
  }
  for (const index of out.subarray(outOffsets[node], outOffsets[node + 1])) {
    if (edgeTypes[edges[index]?.type ?? 'observes'].dependent === 'to') yield to[index] ?? 0;
  }
}
