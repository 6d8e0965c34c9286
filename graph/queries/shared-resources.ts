import { edgeTypeNames } from '../../model/edge.ts';
import { compareText } from '../../model/json.ts';
import { needsOf } from '../needs.ts';
import type { EstateView } from '../view.ts';
import { holdsData } from './data-risk.ts';
import { serviceIndex } from './service-index.ts';
import type { Services } from './services.ts';

export interface ResourceUser {
  readonly service: string;
  /** Resources of the service that need it directly. */
  readonly resources: number;
  /** Edges of the kind `reads`, and `writes`. */
  readonly reads: number;
  readonly writes: number;
}

export interface SharedResource {
  readonly id: string;
  /** Service that it belongs to. */
  readonly service: string;
  /** Services that need it directly, its own among them, in canonical order; two at least. */
  readonly users: readonly ResourceUser[];
}

/** Resources that several services need: networks, keys, stores. Those with most services first, then by id. */
export function sharedResources(view: EstateView, services: Services): SharedResource[] {
  const { ids } = view.adjacency;
  const { of, ids: names } = serviceIndex(view, services);
  const found: SharedResource[] = [];
  for (let node = 0; node < ids.length; node++) {
    const users = usersAt(view, node, of);
    if (users.size < 2) continue;
    const told = [...users].sort(([a], [b]) => a - b).map(([service, { nodes, reads, writes }]) => ({ service: names[service] ?? '', resources: nodes.size, reads, writes }));
    found.push({ id: ids[node] ?? '', service: names[of[node] ?? 0] ?? '', users: told });
  }
  return found.sort((a, b) => b.users.length - a.users.length || compareText(a.id, b.id));
}

/** Stores of data that several services use. */
export function sharedData(view: EstateView, services: Services): SharedResource[] {
  return sharedResources(view, services).filter(({ id }) => {
    const resource = view.resource(id);
    return resource !== undefined && holdsData(view, resource);
  });
}

interface Use {
  readonly nodes: Set<number>;
  reads: number;
  writes: number;
}

const reading = edgeTypeNames.indexOf('reads');
const writing = edgeTypeNames.indexOf('writes');

/** Direct users of a resource by service. Most resources have users of one service only and are left at once. */
export function usersAt({ adjacency }: EstateView, node: number, serviceOf: Uint32Array): ReadonlyMap<number, Use> {
  const { neededBy: { offsets, targets, edges } } = needsOf(adjacency);
  const users = new Map<number, Use>();
  for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
    const user = targets[at] ?? 0;
    const service = serviceOf[user] ?? 0;
    const use = users.get(service) ?? { nodes: new Set<number>(), reads: 0, writes: 0 };
    users.set(service, use);
    use.nodes.add(user);
    const type = adjacency.types[edges[at] ?? 0];
    if (type === reading) use.reads++;
    else if (type === writing) use.writes++;
  }
  return users;
}
