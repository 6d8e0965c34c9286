import { compareText } from '../../model/json.ts';
import { codeServices } from './code-services.ts';
import { membershipBases, type MembershipBasis } from '../../model/membership.ts';
import type { EstateView } from '../view.ts';
import { adopt, sharedInfrastructure, type Assignment } from './adoption.ts';
import { configuredFor, ownMembership, type ConfiguredServices, type Membership } from './membership.ts';
import { serviceFolders, type Folders } from './service-folders.ts';

export interface Service {
  readonly id: string;
  /** Strongest reason of any of its resources. */
  readonly basis: MembershipBasis;
  /** Resource ids in canonical order. */
  readonly resources: readonly string[];
}

export interface Services {
  readonly all: readonly Service[];
  /** Service of a resource. */
  of(resourceId: string): string;
  /** The same by the resource's ordinal, for whoever goes through all of them. */
  at(place: number): string;
  /** Service of a resource and why it is this one. */
  why(resourceId: string): Membership;
  /** Service that a file belongs to: the configured one, else that of the resources that run it, else that of the nearest folder with a template of one service only. */
  ofFile(file: string): string;
}

/** Resources and files that nothing assigns to a service. */
export const unassigned = 'unassigned';

/**
 * Every resource in one service: as configured, else by application tag, stack or module, else by who uses it, else with what it is most
 * densely connected with. Things that several services use and that none claims are shared infrastructure.
 */
export function services(view: EstateView, configured: ConfiguredServices): Services {
  const { ids, ordinal } = view.adjacency;
  const own = ownMembership(view, configured);
  const { assignment, named } = empty(ids.length, Object.keys(configured));
  for (const [node, resource] of [...view.estate.resources.values()].entries()) {
    const membership = own(resource);
    if (membership === undefined) continue;
    assignment.service[node] = named(membership.service);
    assignment.basis[node] = codeOf(membership.basis);
  }
  adopt(view, assignment, { named, code: codeOf });
  for (const [node, service] of assignment.service.entries()) if (service < 0) assignment.service[node] = named(unassigned);
  const at = (place: number): string => assignment.names[assignment.service[place] ?? -1] ?? unassigned;
  const of = (id: string): string => at(ordinal.get(id) ?? -1);
  let folders: Folders | undefined;
  let code: ReturnType<typeof codeServices> | undefined;
  return {
    all: listed(ids, assignment, Object.keys(configured)),
    of,
    at,
    why(id) {
      const resource = view.resource(id);
      const basis = membershipBases[assignment.basis[ordinal.get(id) ?? -1] ?? codeOf('none')] ?? 'none';
      return (resource && own(resource)) ?? { service: of(id), basis, because: reasonFor(basis, of(id)) };
    },
    ofFile: (file) => configuredFor(configured, [file]) ?? (code ??= codeServices(view, (id) => (of(id) === unassigned ? undefined : of(id))))(file) ?? (folders ??= serviceFolders(view, of))(file) ?? unassigned,
  };
}

const codeOf = (basis: MembershipBasis): number => membershipBases.indexOf(basis);

function empty(size: number, configured: readonly string[]): { readonly assignment: Assignment; named(name: string): number } {
  const names: string[] = [];
  const places = new Map<string, number>();
  const named = (name: string): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, names.length);
    return names.push(name) - 1;
  };
  for (const name of configured) named(name);
  return { assignment: { names, service: new Int32Array(size).fill(-1), basis: new Uint8Array(size).fill(codeOf('none')) }, named };
}

function listed(ids: readonly string[], { names, service, basis }: Assignment, configured: readonly string[]): Service[] {
  const groups = names.map((id) => ({ id, best: codeOf('none'), resources: [] as string[] }));
  for (const [node, at] of service.entries()) {
    const group = groups[at];
    if (group === undefined) continue;
    group.resources.push(ids[node] ?? '');
    group.best = Math.min(group.best, basis[node] ?? group.best);
  }
  const asked = new Set(configured);
  return groups.map(({ id, best, resources }) => ({ id, basis: asked.has(id) ? 'configured' as const : (membershipBases[best] ?? 'none'), resources })).sort((a, b) => compareText(a.id, b.id));
}

function reasonFor(basis: MembershipBasis, service: string): string {
  if (basis === 'use') return `only ${service} uses it or is watched by it`;
  if (basis === 'community') return 'most of its connections lead there';
  return basis === 'shared' ? `several services use it, and none claims it: ${sharedInfrastructure}` : 'nothing tells its service';
}
