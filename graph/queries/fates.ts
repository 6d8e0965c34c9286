import type { Resource } from '../../model/resource.ts';
import type { Csr } from '../csr.ts';
import { needsOf } from '../needs.ts';
import type { EstateView } from '../view.ts';
import { counterparts } from './peer.ts';

/**
 * What becomes of a resource: lost without a counterpart · replaced, lost with one that is left · stopped, because it needs something
 * lost · degraded, because it needs something replaced and must be pointed to the counterpart.
 */
export const fates = ['untouched', 'lost', 'replaced', 'stopped', 'degraded'] as const;
export type Fate = (typeof fates)[number];

export interface Losing {
  isLost(resource: Resource): boolean;
  /** Whether a counterpart in the region counts, given that it is not lost itself. */
  mayStandIn?(region: string): boolean;
}

/** The fate of every resource, by its ordinal in the view's adjacency, as an index into `fates`. */
export function fatesOf(view: EstateView, { isLost, mayStandIn = (region) => region !== 'global' }: Losing): Uint8Array {
  const { ids, ordinal } = view.adjacency;
  const states = new Uint8Array(ids.length);
  const neededBy = needsOf(view.adjacency).neededBy;
  const lost: number[] = [];
  const replaced: number[] = [];
  for (const resource of view.estate.resources.values()) {
    if (!isLost(resource)) continue;
    const node = ordinal.get(resource.id) ?? 0;
    const standIn = counterparts(view, resource, mayStandIn).some((peer) => !isLost(peer.resource));
    states[node] = fates.indexOf(standIn ? 'replaced' : 'lost');
    (standIn ? replaced : lost).push(node);
  }
  spread(neededBy, lost, { states, mark: fates.indexOf('stopped') });
  spread(neededBy, replaced, { states, mark: fates.indexOf('degraded') });
  return states;
}

/** Marks what needs the given resources, through others that are not lost themselves. */
function spread({ offsets, targets }: Csr, from: readonly number[], { states, mark }: { readonly states: Uint8Array; readonly mark: number }): void {
  const stack = [...from];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      const user = targets[at] ?? 0;
      if (states[user] !== 0) continue;
      states[user] = mark;
      stack.push(user);
    }
  }
}
