import type { EstateView, ResourceOf } from '../../graph/view.ts';
import type { KindId } from '../../model/resource.ts';
import { perView } from './per-view.ts';

const indexes = perView(() => new Map<KindId, ReadonlyMap<string, readonly unknown[]>>());

/** Resources of a kind in a region, without looking through all of them each time. */
export function ofKindIn<K extends KindId>(view: EstateView, kind: K, region: string): readonly ResourceOf<K>[] {
  const kinds = indexes(view);
  let regions = kinds.get(kind);
  if (regions === undefined) {
    regions = Map.groupBy(view.ofKind(kind), (resource) => resource.region ?? '');
    kinds.set(kind, regions);
  }
  return (regions.get(region) ?? []) as readonly ResourceOf<K>[];
}
