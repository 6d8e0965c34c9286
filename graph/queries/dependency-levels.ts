import { stronglyConnected, type Successors } from './strongly-connected.ts';

/** Groups that must move together, level by level: nothing in a level depends on a later one. */
export type Levels = readonly (readonly (readonly number[])[])[];

/** Levels of the condensation of a dependency graph (successors are what a node depends on), dependencies first. */
export function dependencyLevels(dependsOn: Successors): Levels {
  const components = stronglyConnected(dependsOn);
  const componentOf = new Int32Array(dependsOn.length);
  for (const [index, members] of components.entries()) for (const member of members) componentOf[member] = index;
  const level = new Int32Array(components.length);
  const levels: number[][][] = [];
  for (const [index, members] of components.entries()) {
    for (const member of members) {
      for (const dependency of dependsOn[member] ?? []) {
        const other = componentOf[dependency] ?? 0;
        if (other !== index) level[index] = Math.max(level[index] ?? 0, (level[other] ?? 0) + 1);
      }
    }
    const at = level[index] ?? 0;
    (levels[at] ??= []).push(members);
  }
  return levels.map((groups) => groups.sort(([a = 0], [b = 0]) => a - b));
}
