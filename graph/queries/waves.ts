import { compareText } from '../../model/json.ts';
import { csrOf } from '../csr.ts';
import { dependencyLevels } from './dependency-levels.ts';
import type { ServiceGraph } from './service-graph.ts';

/** Services that move at the same time, as groups that must move together because they depend on each other. */
export type Wave = readonly (readonly string[])[];

/** Order of migration: a service moves when everything it needs has moved before it, or moves with it. */
export function waves(graph: ServiceGraph): readonly Wave[] {
  const ids = graph.nodes().toSorted(compareText);
  const ordinal = new Map(ids.map((id, index) => [id, index]));
  const from = new Uint32Array(graph.size);
  const to = new Uint32Array(graph.size);
  let length = 0;
  for (const { source, target } of graph.directedEdgeEntries()) {
    from[length] = ordinal.get(source) ?? 0;
    to[length++] = ordinal.get(target) ?? 0;
  }
  return dependencyLevels(csrOf({ nodes: ids.length, from, to })).map((groups) => groups.map((group) => group.map((index) => ids[index] ?? '')));
}
