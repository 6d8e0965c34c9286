import type { Csr } from '../csr.ts';
import { membersOf, stronglyConnected } from './strongly-connected.ts';

/** Groups that must move together, level by level: nothing in a level depends on a later one. */
export type Levels = readonly (readonly (readonly number[])[])[];

/** Levels of the condensation of a dependency graph (from each node to what it depends on), dependencies first. */
export function dependencyLevels(dependsOn: Csr): Levels {
  const components = stronglyConnected(dependsOn);
  const level = new Int32Array(components.count);
  const levels: number[][][] = [];
  for (const [index, members] of membersOf(components).entries()) {
    for (const member of members) {
      for (let at = dependsOn.offsets[member] ?? 0; at < (dependsOn.offsets[member + 1] ?? 0); at++) {
        const other = components.of[dependsOn.targets[at] ?? 0] ?? 0;
        if (other !== index) level[index] = Math.max(level[index] ?? 0, (level[other] ?? 0) + 1);
      }
    }
    const at = level[index] ?? 0;
    (levels[at] ??= []).push([...members]);
  }
  return levels.map((groups) => groups.sort(([a = 0], [b = 0]) => a - b));
}
