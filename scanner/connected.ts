import { connectionsOf, spelling } from '../model/connection.ts';
import type { Reference } from '../model/fact.ts';
import { symbol } from '../model/symbol.ts';

/** Most edges that one sentence ties between two others: a rule that names hundreds on both sides says nothing of pairs. */
const pairLimit = 200;

/**
 * References with what their property means: kind of edge, direction, and edges between two others that the resource ties together.
 * What the resource's kind has declared already stays as it is.
 */
export function connected(references: readonly Reference[], { id, types }: { readonly id: string; readonly types: readonly string[] }): Reference[] {
  const tables = types.map(connectionsOf).filter(({ size }) => size > 0);
  const at = Map.groupBy(references.filter(({ path, from }) => path !== '' && from === undefined), ({ path }) => spelling(path));
  const all = references.flatMap((reference): Reference[] => {
    const { path, from, edge, inferred } = reference;
    if (path === '' || from !== undefined || inferred) return [reference];
    const own = spelling(path);
    const connections = tables.map((table) => table.get(own)).find((found) => found !== undefined) ?? [];
    const meant = connections.flatMap((each): Reference[] => {
      if (each.from === undefined) return edge === undefined ? [{ ...reference, edge: each.edge }] : [];
      if (each.to === undefined) return edge === undefined ? [{ ...reference, from: reference.to, to: symbol(id), edge: each.edge }] : [];
      return (at.get(each.to) ?? []).slice(0, pairLimit).map(({ to, target }) => ({ ...reference, from: reference.to, to, edge: each.edge, ...(target === undefined ? {} : { target }) }));
    });
    // What has its kind of edge already stays beside what the same property ties together.
    return meant.length > 0 && edge === undefined ? meant : [reference, ...meant];
  });
  return [...new Map(all.map((reference) => [referenceKey(reference), reference])).values()];
}

const referenceKey = ({ path, from, to, edge, target }: Reference): string => [path, from, to, edge, target].join('\n');
