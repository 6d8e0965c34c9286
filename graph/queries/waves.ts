import { compareText } from '../../model/json.ts';
import { csrOfLists } from '../csr.ts';
import { dependencyLevels } from './dependency-levels.ts';
import type { ServiceGraph } from './service-graph.ts';

/** Services that move at the same time, as groups that must move together because they depend on each other. */
export type Wave = readonly (readonly string[])[];

/** Order of migration: a service moves when everything it needs has moved before it, or moves with it. */
export function waves(graph: ServiceGraph): readonly Wave[] {
  const ids = graph.nodes().toSorted(compareText);
  const ordinal = new Map(ids.map((id, index) => [id, index]));
  const dependsOn = ids.map((id) => graph.outNeighbors(id).map((other) => ordinal.get(other) ?? 0).sort((a, b) => a - b));
  return dependencyLevels(csrOfLists(dependsOn)).map((groups) => groups.map((group) => group.map((index) => ids[index] ?? '')));
}
