import { edgeTypeNames, edgeTypes } from '../../model/edge.ts';
import { csrOf } from '../csr.ts';
import type { EstateView } from '../view.ts';
import { serviceIndex } from './service-index.ts';
import type { Services } from './services.ts';

/** Edges between resources of different services, bundled by which service needs which. Bundles are in canonical order. */
export interface Bundles {
  /** Services in canonical order. */
  readonly ids: readonly string[];
  /** Services of each bundle by place in `ids`: the one that needs, and the one that is needed. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Bundle b is made of edges[starts[b]] … edges[starts[b + 1]], in their order. */
  readonly starts: Uint32Array;
  readonly edges: Uint32Array;
}

const dependents = edgeTypeNames.map((type) => edgeTypes[type].dependent);

/** Sorted by the second service, then by the first: both times by counting, in proportion to the edges. */
export function bundles(view: EstateView, services: Services): Bundles {
  const { ids, of } = serviceIndex(view, services);
  const { needing, needed, edges } = between(view, of);
  const byNeeded = csrOf({ nodes: ids.length, from: needed, to: needing, edges });
  const sorted = csrOf({ nodes: ids.length, from: byNeeded.targets, to: sources(byNeeded.offsets), edges: byNeeded.edges });
  return { ids, ...runs(sources(sorted.offsets), sorted.targets), edges: sorted.edges };
}

interface Between {
  readonly needing: Uint32Array;
  readonly needed: Uint32Array;
  readonly edges: Uint32Array;
}

/** Edges that lead from one service to another one, with the service that needs and the one that is needed. */
function between({ adjacency: { from, to, types } }: EstateView, of: Uint32Array): Between {
  const needing = new Uint32Array(types.length);
  const needed = new Uint32Array(types.length);
  const edges = new Uint32Array(types.length);
  let length = 0;
  for (let edge = 0; edge < types.length; edge++) {
    const dependent = dependents[types[edge] ?? 0];
    if (dependent === 'none') continue;
    const a = of[from[edge] ?? 0] ?? 0;
    const b = of[to[edge] ?? 0] ?? 0;
    if (a === b) continue;
    needing[length] = dependent === 'from' ? a : b;
    needed[length] = dependent === 'from' ? b : a;
    edges[length++] = edge;
  }
  return { needing: needing.subarray(0, length), needed: needed.subarray(0, length), edges: edges.subarray(0, length) };
}

/** The node that each place of a graph's targets belongs to. */
function sources(offsets: Uint32Array): Uint32Array {
  const found = new Uint32Array(offsets.at(-1) ?? 0);
  for (let node = 0; node + 1 < offsets.length; node++) found.fill(node, offsets[node], offsets[node + 1]);
  return found;
}

/** Runs of the same pair. */
function runs(from: Uint32Array, to: Uint32Array): Pick<Bundles, 'from' | 'to' | 'starts'> {
  const starts = new Uint32Array(from.length + 1);
  let count = 0;
  for (let at = 0; at < from.length; at++) if (at === 0 || from[at] !== from[at - 1] || to[at] !== to[at - 1]) starts[count++] = at;
  starts[count] = from.length;
  const first = starts.subarray(0, count);
  return { from: first.map((at) => from[at] ?? 0), to: first.map((at) => to[at] ?? 0), starts: starts.subarray(0, count + 1) };
}
