import type { EdgeType } from '../../model/edge.ts';
import type { EstateView } from '../view.ts';

export interface NeighbourhoodOptions {
  readonly direction?: 'out' | 'in' | 'both';
  /** Steps from the centre; 1 by default. */
  readonly depth?: number;
  readonly types?: readonly EdgeType[];
  /** Most resources to return; the rest is counted, not dropped silently. */
  readonly limit?: number;
}

export interface Neighbourhood {
  /** Distance from the centre by resource id, the centre itself at 0. */
  readonly distance: ReadonlyMap<string, number>;
  /** More resources lie within the depth than the limit let in. */
  readonly truncated: boolean;
}

/** Resources within some steps of one. */
export function neighbours(view: EstateView, centre: string, options: NeighbourhoodOptions = {}): Neighbourhood {
  const { direction = 'both', depth = 1, types = [], limit = Number.POSITIVE_INFINITY } = options;
  const distance = new Map<string, number>();
  if (view.resource(centre) === undefined) return { distance, truncated: false };
  distance.set(centre, 0);
  let frontier = [centre];
  for (let step = 1; step <= depth && frontier.length > 0; step++) {
    const next: string[] = [];
    for (const id of frontier) {
      const outward = direction === 'in' ? [] : view.out(id, ...types).map(({ to }) => to);
      const inward = direction === 'out' ? [] : view.in(id, ...types).map(({ from }) => from);
      for (const other of [...outward, ...inward]) {
        if (distance.has(other)) continue;
        if (distance.size >= limit) return { distance, truncated: true };
        distance.set(other, step);
        next.push(other);
      }
    }
    frontier = next;
  }
  return { distance, truncated: false };
}
