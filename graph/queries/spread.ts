import { needsOf } from '../needs.ts';
import type { EstateView } from '../view.ts';

/** How far the loss of the given resources is from each resource that stops or degrades by it: 1 needs a lost one itself. By steps, then in canonical order; the lost ones are not in it. */
export function spread({ adjacency }: EstateView, lost: Iterable<string>): ReadonlyMap<string, number> {
  const { ids, ordinal } = adjacency;
  const { offsets, targets } = needsOf(adjacency).neededBy;
  const seen = new Uint8Array(ids.length);
  let wave = [...lost].flatMap((id) => ordinal.get(id) ?? []);
  for (const node of wave) seen[node] = 1;
  const steps = new Map<string, number>();
  for (let step = 1; wave.length > 0; step++) {
    const next: number[] = [];
    for (const node of wave) {
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
        const user = targets[at] ?? 0;
        if (seen[user] === 1) continue;
        seen[user] = 1;
        next.push(user);
      }
    }
    wave = next.sort((a, b) => a - b);
    for (const node of wave) steps.set(ids[node] ?? '', step);
  }
  return steps;
}
