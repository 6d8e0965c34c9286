import { dependencyLevels } from './dependency-levels.ts';
import type { ServiceGraph } from './service-graph.ts';

/** Services that move at the same time, as groups that must move together because they depend on each other. */
export type Wave = readonly (readonly string[])[];

/** Order of migration: a service moves when everything it needs has moved before it, or moves with it. */
export function waves({ ids, needs }: ServiceGraph): readonly Wave[] {
  return dependencyLevels(needs).map((groups) => groups.map((group) => group.map((place) => ids[place] ?? '')));
}
