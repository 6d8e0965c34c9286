import { reachable } from '../csr.ts';
import { needsOf } from '../needs.ts';
import type { EstateView } from '../view.ts';
import { dataAtRisk, type DataRisk } from './data-risk.ts';

export interface BlastRadius {
  /** Resources that stop or degrade because what they need is gone, the lost ones not included, in canonical order. */
  readonly outage: readonly string[];
  /** What becomes of the data that the lost resources keep. Who only stops loses time; what is lost can lose data. */
  readonly data: readonly DataRisk[];
}

/** What follows from the loss of the given resources: who stops, and whose data is at risk. */
export function blastRadius(view: EstateView, lost: Iterable<string>): BlastRadius {
  const gone = new Set(lost);
  return { outage: outage(view, gone), data: dataAtRisk(view, gone) };
}

/** Resources that need one of the given, directly or by others, in canonical order. */
export function outage({ adjacency }: EstateView, lost: ReadonlySet<string>): string[] {
  const { ids, ordinal } = adjacency;
  const from = [...lost].flatMap((id) => ordinal.get(id) ?? []);
  const { neededBy, needs } = needsOf(adjacency);
  const reached = reachable(neededBy, from, needs);
  for (const node of from) reached[node] = 0;
  return picked(ids, reached);
}

/** The ids whose place is marked by 1. */
export function picked(ids: readonly string[], marks: Uint8Array): string[] {
  let count = 0;
  for (let node = 0; node < marks.length; node++) if (marks[node] === 1) count++;
  const found: string[] = [];
  // Room for all at once: growing step by step would copy a million ids again and again.
  found.length = count;
  count = 0;
  for (let node = 0; node < marks.length; node++) if (marks[node] === 1) found[count++] = ids[node] ?? '';
  return found;
}
