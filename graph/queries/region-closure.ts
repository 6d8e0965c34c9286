import type { EdgeType } from '../../model/edge.ts';
import { edgeTypes } from '../../model/edge.ts';
import type { Dangling } from '../estate.ts';
import { needsOf } from '../needs.ts';
import type { EstateView } from '../view.ts';
import { peers, type PeerBasis } from './peer.ts';
import type { Services } from './services.ts';

/** present: it or a counterpart is in the target · global: it has no region · missing: it is elsewhere only · unknown: nobody told its region. */
export type Presence = 'present' | 'global' | 'missing' | 'unknown';

export interface Required {
  readonly id: string;
  readonly service: string;
  readonly presence: Presence;
  /** Counterpart in the target, where one counts as it. */
  readonly counterpart?: { readonly id: string; readonly basis: PeerBasis };
  /** Who needs it first, and by which kind of edge; the service's own resources are needed as such. */
  readonly neededBy?: { readonly id: string; readonly type: EdgeType };
}

export interface RegionClosure {
  readonly service: string;
  readonly target: string;
  /** Everything that must exist in the target for the service to run there, in canonical order. */
  readonly required: readonly Required[];
  /** References of these to things that are not in the estate: whether they exist in the target is unknown. */
  readonly outside: readonly Dangling[];
  readonly counts: Readonly<Record<Presence, number>>;
}

/** What must exist in a region for a service to run there: its resources, and whatever those need, however far. */
export function regionClosure(view: EstateView, services: Services, { service, target }: { readonly service: string; readonly target: string }): RegionClosure {
  const { ids, ordinal, edges } = view.adjacency;
  const { needs } = needsOf(view.adjacency);
  const own = (services.all.find(({ id }) => id === service)?.resources ?? []).flatMap((id) => ordinal.get(id) ?? []);
  const cameBy = new Map<number, { readonly node: number; readonly edge: number } | undefined>(own.map((node) => [node, undefined]));
  // A Map hands out entries that are added while it is read: it is its own queue.
  for (const node of cameBy.keys()) {
    for (let at = needs.offsets[node] ?? 0; at < (needs.offsets[node + 1] ?? 0); at++) {
      const needed = needs.targets[at] ?? 0;
      if (!cameBy.has(needed)) cameBy.set(needed, { node, edge: needs.edges[at] ?? 0 });
    }
  }
  const required = [...cameBy].sort(([a], [b]) => a - b).map(([node, came]): Required => {
    const id = ids[node] ?? '';
    const type = edges[came?.edge ?? -1]?.type;
    return { id, service: services.of(id), ...presenceOf(view, id, target), ...(came === undefined || type === undefined ? {} : { neededBy: { id: ids[came.node] ?? '', type } }) };
  });
  const counts = { present: 0, global: 0, missing: 0, unknown: 0 };
  for (const { presence } of required) counts[presence]++;
  const outside = required.flatMap(({ id }) => view.dangling(id).filter(({ type }) => edgeTypes[type].dependent === 'from'));
  return { service, target, required, outside, counts };
}

function presenceOf(view: EstateView, id: string, target: string): Pick<Required, 'presence' | 'counterpart'> {
  const resource = view.resource(id);
  if (resource?.region === target) return { presence: 'present' };
  if (resource?.region === 'global') return { presence: 'global' };
  const [peer] = resource === undefined ? [] : peers(view, resource, target);
  if (peer !== undefined) return { presence: 'present', counterpart: { id: peer.resource.id, basis: peer.basis } };
  return { presence: resource?.region === undefined ? 'unknown' : 'missing' };
}
