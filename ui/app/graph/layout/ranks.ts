import { linearOrder } from './order.ts';
import type { Link } from './plan.ts';

export interface Ranks {
  /** Column of each node that a link touches: smaller than those of what it needs, unless they need each other. */
  readonly of: ReadonlyMap<string, number>;
  readonly columns: number;
  /** Nodes without a link, in the order in which they were given. */
  readonly alone: readonly string[];
}

/** Columns for a picture that reads from left to right. More than `most` columns are pressed together. */
export function ranks(ids: readonly string[], links: readonly Link[], most: number): Ranks {
  const touched = new Set(links.flatMap(({ from, to }) => (from === to ? [] : [from, to])));
  const connected = ids.filter((id) => touched.has(id));
  const place = new Map(linearOrder(connected, links).map((id, index) => [id, index]));
  const forward = links.filter(({ from, to }) => (place.get(from) ?? -1) < (place.get(to) ?? -1) && place.has(from));
  const out = groupBy(forward, ({ from }) => from);
  const into = groupBy(forward, ({ to }) => to);
  const of = new Map<string, number>();
  const ordered = [...place.keys()];
  for (const id of ordered) of.set(id, 1 + Math.max(-1, ...(into.get(id) ?? []).map(({ from }) => of.get(from) ?? 0)));
  // What nothing needs moves next to what it needs, so that its links become short.
  for (const id of ordered.reverse()) {
    const next = (out.get(id) ?? []).map(({ to }) => of.get(to) ?? 0);
    if (next.length > 0 && !into.has(id)) of.set(id, Math.min(...next) - 1);
  }
  const last = Math.max(0, ...of.values());
  if (last >= most) for (const [id, rank] of of) of.set(id, Math.floor((rank * most) / (last + 1)));
  return { of, columns: connected.length === 0 ? 0 : Math.min(last + 1, most), alone: ids.filter((id) => !touched.has(id)) };
}

export function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const name = key(value);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else group.push(value);
  }
  return groups;
}
