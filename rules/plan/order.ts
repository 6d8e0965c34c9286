import { csrOfLists } from '../../graph/csr.ts';
import { dependencyLevels } from '../../graph/queries/dependency-levels.ts';
import type { ServiceGraph } from '../../graph/queries/service-graph.ts';
import { compareText } from '../../model/json.ts';
import type { MigrationPlan, PlanConfig } from '../../model/plan.ts';

export interface Ordered {
  /** Waves of groups of services that move together. */
  readonly waves: readonly (readonly (readonly string[])[])[];
  readonly constraints: MigrationPlan['constraints'];
}

/** Waves in which nothing depends on a later one, with what the configuration asks for as further dependencies. */
export function orderOf(graph: ServiceGraph, { first = [], together = [], maxPerWave }: PlanConfig): Ordered {
  const { ids } = graph;
  const known = new Set(ids);
  const needs = new Map(ids.map((id) => [id, new Set(graph.needsOf(id))]));
  const constraints: MigrationPlan['constraints'] = [];
  const unknown = (names: readonly string[]): string | undefined => names.find((name) => !known.has(name));
  for (const group of together) {
    const text = `${group.join(', ')} move together`;
    const strange = unknown(group);
    constraints.push(strange === undefined ? { text, met: true } : { text, met: false, because: `there is no service ${strange}` });
    if (strange !== undefined) continue;
    for (const [index, id] of group.entries()) needs.get(id)?.add(group[(index + 1) % group.length] ?? id);
  }
  for (const id of first) {
    const text = `${id} moves first`;
    if (!known.has(id)) {
      constraints.push({ text, met: false, because: `there is no service ${id}` });
      continue;
    }
    const before = closure(id, needs);
    for (const other of ids) if (!before.has(other) && !first.includes(other)) needs.get(other)?.add(id);
    const ahead = [...before].filter((other) => other !== id).sort(compareText);
    constraints.push(ahead.length === 0 ? { text, met: true } : { text, met: true, because: `after what it needs itself: ${ahead.join(', ')}` });
  }
  const ordinal = new Map(ids.map((id, index) => [id, index]));
  const lists = ids.map((id) => [...(needs.get(id) ?? [])].flatMap((other) => ordinal.get(other) ?? []).sort((a, b) => a - b));
  const waves = dependencyLevels(csrOfLists(lists)).map((groups) => groups.map((group) => group.map((index) => ids[index] ?? '')));
  if (maxPerWave === undefined) return { waves, constraints };
  const large = waves.flat().filter((group) => group.length > maxPerWave);
  constraints.push({ text: `at most ${maxPerWave} services in a wave`, met: large.length === 0, ...(large.length === 0 ? {} : { because: `these must move together: ${large.map((group) => group.join(', ')).join('; ')}` }) });
  return { waves: waves.flatMap((groups) => split(groups, maxPerWave)), constraints };
}

/** Services that must be there before it, and itself. */
function closure(id: string, needs: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set([id]);
  for (const each of found) for (const other of needs.get(each) ?? []) found.add(other);
  return found;
}

function split(groups: readonly (readonly string[])[], most: number): (readonly string[])[][] {
  const waves: (readonly string[])[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    if (size + group.length > most) {
      waves.push([]);
      size = 0;
    }
    waves.at(-1)?.push(group);
    size += group.length;
  }
  return waves;
}
