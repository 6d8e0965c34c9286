import type { EdgeType } from '../../model/edge.ts';
import { typeMask } from '../adjacency.ts';
import type { Csr } from '../csr.ts';
import type { EstateView } from '../view.ts';

export interface NeighbourhoodOptions {
  readonly direction?: 'out' | 'in' | 'both';
  /** Steps from the centre; 1 by default. */
  readonly depth?: number;
  readonly types?: readonly EdgeType[];
  /** Most resources to return, the nearest first. */
  readonly limit?: number;
}

export interface Neighbourhood {
  /** Distance from the nearest centre by resource id, the centres themselves at 0. */
  readonly distance: ReadonlyMap<string, number>;
  /** More resources lie within the depth than the limit let in. */
  readonly truncated: boolean;
}

/** Resources within some steps of one or of several. Costs what it visits, not what the estate has. */
export function neighbours({ adjacency }: EstateView, centre: string | readonly string[], options: NeighbourhoodOptions = {}): Neighbourhood {
  const { direction = 'both', depth = 1, types = [], limit = Number.POSITIVE_INFINITY } = options;
  const { ids, ordinal, out, in: inward, types: codes } = adjacency;
  const sides: readonly Csr[] = direction === 'both' ? [out, inward] : [direction === 'out' ? out : inward];
  const mask = typeMask(types);
  const distance = new Map<number, number>();
  for (const id of typeof centre === 'string' ? [centre] : centre) {
    const node = ordinal.get(id);
    if (node !== undefined) distance.set(node, 0);
  }
  const found = (truncated: boolean): Neighbourhood => ({ distance: new Map(Array.from(distance, ([node, steps]) => [ids[node] ?? '', steps])), truncated });
  // A Map hands out entries that are added while it is read: it is its own queue.
  for (const [node, steps] of distance) {
    if (steps >= depth) break;
    for (const { offsets, targets, edges } of sides) {
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
        if (mask[codes[edges[at] ?? 0] ?? 0] === 0) continue;
        const other = targets[at] ?? 0;
        if (distance.has(other)) continue;
        if (distance.size >= limit) return found(true);
        distance.set(other, steps + 1);
      }
    }
  }
  return found(false);
}
