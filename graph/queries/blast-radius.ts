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
  const reached = reachable(needsOf(adjacency).neededBy, from);
  for (const node of from) reached[node] = 0;
  return picked(ids, reached);
}

/** The ids whose place is marked. */
export function picked(ids: readonly string[], marks: Uint8Array): string[] {
  const found: string[] = [];
  for (let node = 0; node < marks.length; node++) if (marks[node] === 1) found.push(ids[node] ?? '');
  return found;
}
