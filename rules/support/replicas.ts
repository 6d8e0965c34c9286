import type { EstateView } from '../../graph/view.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { shortName, type Place } from './places.ts';

/** Where the resource's data is replicated to by edges of the graph: replicas in the estate, and those that only an identifier names. */
export function replicasOf(graph: EstateView, { id }: Resource): Place[] {
  const known = graph.out(id, 'replicates').flatMap(({ to }): Place[] => {
    const resource = graph.resource(to);
    return resource === undefined ? [] : [{ name: resource.name, region: resource.region, resource }];
  });
  const named = graph.dangling(id, 'replicates').map(({ to, region }): Place => ({ name: shortName(to), region }));
  return [...known, ...named];
}

/** Regions of the places, sorted, each once; places whose region nobody told us left out. */
export function regionsOf(places: readonly Place[]): string[] {
  return [...new Set(places.flatMap(({ region }) => region ?? []))].sort(compareText);
}
