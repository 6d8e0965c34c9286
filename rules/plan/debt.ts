import { csrOfLists } from '../../graph/csr.ts';
import type { ServiceGraph } from '../../graph/queries/service-graph.ts';
import { stronglyConnected } from '../../graph/queries/strongly-connected.ts';
import { compareText } from '../../model/json.ts';
import type { MigrationPlan } from '../../model/plan.ts';

const most = 10;
/** Edges that are tried; each costs one look at the circle that it is in. */
const tried = 500;

/** Dependencies without which fewer services would have to move together, those that help most first. */
export function dependencyDebt(graph: ServiceGraph): MigrationPlan['debt'] {
  const circle = largest(graph.ids, graph.needsOf);
  if (circle.length < 2) return [];
  const inside = new Set(circle);
  return graph.edges()
    .filter(({ from, to }) => inside.has(from) && inside.has(to))
    .slice(0, tried)
    .map(({ from, to, types }) => ({ from, to, types: { ...types }, largestAfter: largest(circle, (id) => graph.needsOf(id).filter((other) => inside.has(other) && (id !== from || other !== to))).length }))
    .filter(({ largestAfter }) => largestAfter < circle.length)
    .sort((a, b) => a.largestAfter - b.largestAfter || compareText(a.from, b.from) || compareText(a.to, b.to))
    .slice(0, most);
}

/** The largest group of services that all need each other. */
function largest(ids: readonly string[], needs: (id: string) => readonly string[]): string[] {
  const ordinal = new Map(ids.map((id, index) => [id, index]));
  const { of } = stronglyConnected(csrOfLists(ids.map((id) => needs(id).flatMap((other) => ordinal.get(other) ?? []).sort((a, b) => a - b))));
  const groups = [...Map.groupBy(ids, (_, index) => of[index] ?? 0).values()];
  return groups.reduce((best, group) => (group.length > best.length ? group : best), []);
}
