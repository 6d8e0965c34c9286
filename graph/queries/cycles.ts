import { needsOf } from '../needs.ts';
import type { EstateView } from '../view.ts';
import { stronglyConnected } from './strongly-connected.ts';

export interface Cycle {
  /** Resources that all need each other, directly or by others, in canonical order. */
  readonly resources: readonly string[];
  /** Indexes into the estate's edges of those that tie them together. */
  readonly edges: readonly number[];
}

/** Groups of resources that cannot start, move or recover one after the other. The largest first, then by their first resource. */
export function cycles({ adjacency }: EstateView): Cycle[] {
  const { needs } = needsOf(adjacency);
  const { of, count } = stronglyConnected(needs);
  const sizes = new Uint32Array(count);
  for (const component of of) sizes[component] = (sizes[component] ?? 0) + 1;
  const found = new Map<number, { resources: string[]; edges: number[] }>();
  for (const [node, component] of of.entries()) {
    if ((sizes[component] ?? 0) < 2) continue;
    const cycle = found.get(component) ?? { resources: [], edges: [] };
    found.set(component, cycle);
    cycle.resources.push(adjacency.ids[node] ?? '');
    for (let at = needs.offsets[node] ?? 0; at < (needs.offsets[node + 1] ?? 0); at++) if (of[needs.targets[at] ?? 0] === component) cycle.edges.push(needs.edges[at] ?? 0);
  }
  // Found in the order of their first resource, which the sort keeps.
  return [...found.values()].map(({ resources, edges }) => ({ resources, edges: edges.sort((a, b) => a - b) })).sort((a, b) => b.resources.length - a.resources.length);
}
