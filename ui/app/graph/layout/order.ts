import type { Link } from './plan.ts';

/**
 * An order in which few links point backwards, by weight: sinks are taken from the end, sources from the start, and otherwise the node that
 * gives most more than it takes (Eades, Lin and Smyth). Ids decide what is equal, so that the same graph gives the same order.
 */
export function linearOrder(ids: readonly string[], links: readonly Link[]): string[] {
  const left = new Set(ids);
  const out = new Map(ids.map((id) => [id, new Map<string, number>()]));
  const into = new Map(ids.map((id) => [id, new Map<string, number>()]));
  for (const { from, to, weight } of links) {
    if (from === to || !left.has(from) || !left.has(to)) continue;
    out.get(from)?.set(to, (out.get(from)?.get(to) ?? 0) + weight);
    into.get(to)?.set(from, (into.get(to)?.get(from) ?? 0) + weight);
  }
  const sum = (weights: ReadonlyMap<string, number> | undefined): number => [...(weights?.values() ?? [])].reduce((total, weight) => total + weight, 0);
  const given = new Map(ids.map((id) => [id, sum(out.get(id))]));
  const taken = new Map(ids.map((id) => [id, sum(into.get(id))]));
  const start: string[] = [];
  const end: string[] = [];
  const remove = (id: string): void => {
    left.delete(id);
    for (const [to, weight] of out.get(id) ?? []) if (left.has(to)) taken.set(to, (taken.get(to) ?? 0) - weight);
    for (const [from, weight] of into.get(id) ?? []) if (left.has(from)) given.set(from, (given.get(from) ?? 0) - weight);
  };
  while (left.size > 0) {
    let best: string | undefined;
    let most = Number.NEGATIVE_INFINITY;
    let found = false;
    for (const id of left) {
      const [gives = 0, takes = 0] = [given.get(id), taken.get(id)];
      if (gives === 0 || takes === 0) {
        (gives === 0 && takes > 0 ? end : start).push(id);
        remove(id);
        found = true;
      } else if (gives - takes > most) [best, most] = [id, gives - takes];
    }
    if (found || best === undefined) continue;
    start.push(best);
    remove(best);
  }
  return [...start, ...end.reverse()];
}
