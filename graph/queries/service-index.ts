import type { EstateView } from '../view.ts';
import type { Services } from './services.ts';

/** Services by ordinal, for queries that look at every edge. */
export interface ServiceIndex {
  /** Ids in canonical order. */
  readonly ids: readonly string[];
  /** Place in `ids` of each resource's service. */
  readonly of: Uint32Array;
}

const known = new WeakMap<Pick<Services, 'all' | 'of'>, ServiceIndex>();

/** Built once for each grouping. */
export function serviceIndex({ adjacency }: EstateView, services: Pick<Services, 'all' | 'of'>): ServiceIndex {
  const found = known.get(services);
  if (found) return found;
  const ids = services.all.map(({ id }) => id);
  const places = new Map(ids.map((id, place) => [id, place]));
  const of = new Uint32Array(adjacency.ids.length);
  for (const [node, id] of adjacency.ids.entries()) of[node] = places.get(services.of(id)) ?? 0;
  const index = { ids, of };
  known.set(services, index);
  return index;
}
