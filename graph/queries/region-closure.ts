import { edgeTypeNames, edgeTypes, type EdgeType } from '../../model/edge.ts';
import type { Csr } from '../csr.ts';
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
  const { ids, ordinal } = view.adjacency;
  const own = (services.all.find(({ id }) => id === service)?.resources ?? []).flatMap((id) => ordinal.get(id) ?? []);
  const cameBy = reach(needsOf(view.adjacency).needs, own);
  const required: Required[] = [];
  const counts = { present: 0, global: 0, missing: 0, unknown: 0 };
  for (let node = 0; node < ids.length; node++) {
    const came = cameBy[node] ?? 0;
    if (came === 0) continue;
    const id = ids[node] ?? '';
    const { presence, counterpart } = presenceOf(view, id, target);
    counts[presence]++;
    const base = { id, service: services.at(node), presence };
    const neededBy = came === itself ? undefined : needing(view, came - first);
    // Written out for the usual one: there may be a million of them.
    if (counterpart === undefined && neededBy !== undefined) required.push({ ...base, neededBy });
    else required.push({ ...base, ...(counterpart && { counterpart }), ...(neededBy && { neededBy }) });
  }
  const outside = required.flatMap(({ id }) => view.dangling(id).filter(({ type }) => edgeTypes[type].dependent === 'from'));
  return { service, target, required, outside, counts };
}

/** How a node was reached: not at all (0), as one of those it began with, or by the edge with that index. */
const itself = 1;
const first = 2;

/** The edge by which each node is reached first, nearest nodes first. */
function reach({ offsets, targets, edges }: Csr, from: readonly number[]): Uint32Array {
  const cameBy = new Uint32Array(offsets.length - 1);
  const queue = [...from];
  for (const node of from) cameBy[node] = itself;
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next] ?? 0;
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      const needed = targets[at] ?? 0;
      if (cameBy[needed] !== 0) continue;
      cameBy[needed] = (edges[at] ?? 0) + first;
      queue.push(needed);
    }
  }
  return cameBy;
}

/** The end of an edge that depends on the other. */
function needing({ adjacency: { ids, from, to, types } }: EstateView, edge: number): NonNullable<Required['neededBy']> {
  const type = edgeTypeNames[types[edge] ?? 0] ?? 'refers';
  return { id: ids[(edgeTypes[type].dependent === 'from' ? from[edge] : to[edge]) ?? 0] ?? '', type };
}

function presenceOf(view: EstateView, id: string, target: string): Pick<Required, 'presence' | 'counterpart'> {
  const resource = view.resource(id);
  if (resource?.region === target) return { presence: 'present' };
  if (resource?.region === 'global') return { presence: 'global' };
  const [peer] = resource === undefined ? [] : peers(view, resource, target);
  if (peer !== undefined) return { presence: 'present', counterpart: { id: peer.resource.id, basis: peer.basis } };
  return { presence: resource?.region === undefined ? 'unknown' : 'missing' };
}
