import type { Kind, Trait } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { MembershipBasis } from '../../model/membership.ts';
import { csrOf, type Csr } from '../csr.ts';
import { needsOf } from '../needs.ts';
import type { EstateView } from '../view.ts';
import { communities } from './communities.ts';

/** Services by ordinal of the resource. A service is its place in `names`. */
export interface Assignment {
  readonly names: string[];
  readonly service: Int32Array;
  /** Place in membershipBases. */
  readonly basis: Uint8Array;
}

/** Adds a service by name, each name once. */
export type Named = (name: string) => number;

/** No service says that it uses the resource; several do. */
const nobody = -1;
const several = -2;

export const sharedInfrastructure = 'shared infrastructure';

/**
 * Finds a service for what says nothing of one itself. What a single service uses belongs to it, and so does what hangs on a single
 * service without being needed by anybody (its alarms). What several use is shared infrastructure if it is a network, key, store or the
 * like; everything else is grouped with what it is most densely connected with.
 */
export function adopt(view: EstateView, assignment: Assignment, { named, code }: { readonly named: Named; readonly code: (basis: MembershipBasis) => number }): void {
  const { service, basis } = assignment;
  const open = Uint32Array.from(service.keys().filter((node) => service[node] === nobody));
  if (open.length === 0) return;
  const put = (node: number, to: number, why: MembershipBasis): void => {
    service[node] = to;
    basis[node] = code(why);
  };
  const users = usersOf(view, service, open);
  for (const node of open) if ((users[node] ?? nobody) >= 0) put(node, users[node] ?? 0, 'use');
  for (const [node, only] of hangers(view, service, open.filter((each) => service[each] === nobody && users[each] === nobody))) put(node, only, 'use');
  for (const node of open) if (service[node] === nobody && users[node] === several && isInfrastructure(view, node)) put(node, named(sharedInfrastructure), 'shared');
  const left = open.filter((node) => service[node] === nobody);
  for (const members of groupsOf(view, left)) {
    if (members.length > 1) {
      const name = named(communityName(view, members, assignment.names));
      for (const node of members) put(node, name, 'community');
    } else if (users[members[0] ?? 0] === several) put(members[0] ?? 0, named(sharedInfrastructure), 'shared');
  }
}

/**
 * The only service that uses each open resource, itself or through other open ones; `several` or `nobody`. Each resource changes at
 * most twice, so that this ends after twice the edges.
 */
function usersOf({ adjacency }: EstateView, service: Int32Array, open: Uint32Array): Int32Array {
  const { needs, neededBy } = needsOf(adjacency);
  const users = new Int32Array(service.length).fill(nobody);
  const queue: number[] = [];
  const tell = (node: number, user: number): void => {
    const before = users[node];
    if (user === nobody || before === several || before === user) return;
    users[node] = before === nobody ? user : several;
    queue.push(node);
  };
  for (const node of open) eachTarget(neededBy, node, (user) => tell(node, service[user] ?? nobody));
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const user = users[node] ?? nobody;
    eachTarget(needs, node, (needed) => {
      if (service[needed] === nobody) tell(needed, user);
    });
  }
  return users;
}

/** Of resources that nobody needs, those all of whose neighbours with a service are of the same one. */
function hangers({ adjacency }: EstateView, service: Int32Array, candidates: Uint32Array): [number, number][] {
  return [...candidates].flatMap((node) => {
    let only = nobody;
    const tell = (other: number): void => {
      const its = service[other] ?? nobody;
      if (its !== nobody && only !== its) only = only === nobody ? its : several;
    };
    eachTarget(adjacency.out, node, tell);
    eachTarget(adjacency.in, node, tell);
    return only >= 0 ? [[node, only] as [number, number]] : [];
  });
}

const infrastructure: readonly Trait[] = ['network', 'key', 'identity', 'config', 'operations', 'artifact', 'data-store'];

function isInfrastructure({ adjacency, resource }: EstateView, node: number): boolean {
  const kind = resource(adjacency.ids[node] ?? '')?.kind;
  return kind !== undefined && (kinds[kind] as Kind).traits.some((trait) => infrastructure.includes(trait));
}

/** Communities of the sub-graph of the given nodes; members in ascending order. */
function groupsOf({ adjacency }: EstateView, nodes: Uint32Array): readonly (readonly number[])[] {
  const place = new Map(nodes.entries().map(([at, node]) => [node, at]));
  const from: number[] = [];
  const to: number[] = [];
  for (const [at, node] of nodes.entries()) {
    eachTarget(adjacency.out, node, (target) => {
      const other = place.get(target);
      if (other === undefined) return;
      from.push(at);
      to.push(other);
    });
  }
  const { count, of } = communities(csrOf({ nodes: nodes.length, from: Uint32Array.from(from), to: Uint32Array.from(to) }));
  const groups: number[][] = Array.from({ length: count }, () => []);
  for (const [at, group] of of.entries()) groups[group]?.push(nodes[at] ?? 0);
  return groups;
}

/** "around orders-api": the member with most connections, the first of them by id. */
function communityName({ adjacency, resource }: EstateView, members: readonly number[], taken: readonly string[]): string {
  const degree = (node: number): number => [adjacency.out, adjacency.in].reduce((sum, { offsets }) => sum + (offsets[node + 1] ?? 0) - (offsets[node] ?? 0), 0);
  const centre = members.reduce((best, node) => (degree(node) > degree(best) ? node : best));
  const id = adjacency.ids[centre] ?? '';
  const name = `around ${resource(id)?.name ?? id}`;
  // Two communities may have centres of the same name, as in two regions: then the id tells them apart.
  return taken.includes(name) ? `around ${id}` : name;
}

function eachTarget({ offsets, targets }: Csr, node: number, visit: (target: number) => void): void {
  for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) visit(targets[at] ?? 0);
}
