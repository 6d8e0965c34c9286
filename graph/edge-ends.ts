import type { Edge } from './estate.ts';

/** Ends of edges by ordinal of the resource, in canonical order of the resources. */
export interface EdgeEnds {
  readonly ordinal: ReadonlyMap<string, number>;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

const told = new WeakMap<readonly Edge[], EdgeEnds>();

/** Whoever finds the edges knows their ends by number; looking millions of them up again would take longer than all else that a view needs. */
export function tellEnds(edges: readonly Edge[], ends: EdgeEnds): void {
  told.set(edges, ends);
}

/** Ends of these very edges among these resources, where somebody told. */
export function endsOf(edges: readonly Edge[], ids: readonly string[]): EdgeEnds | undefined {
  const ends = told.get(edges);
  if (ends === undefined || ends.ordinal.size !== ids.length) return undefined;
  // Edges may come with other resources than they were found with.
  const fits = ids.every((id, place) => ends.ordinal.get(id) === place);
  return fits ? ends : undefined;
}
