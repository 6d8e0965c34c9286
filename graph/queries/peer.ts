import { regionsIn, withoutRegions } from '../../model/region-token.ts';
import type { Resource } from '../../model/resource.ts';
import { perView } from '../per-view.ts';
import type { EstateView } from '../view.ts';

/** Why a resource in the target region counts as the counterpart of another one. */
export type PeerBasis = 'replication' | 'declared' | 'same-template' | 'same-name';

export interface Peer {
  readonly resource: Resource;
  readonly basis: PeerBasis;
}

/**
 * Counterparts of a resource in another region, by the strongest relation that exists: a replication edge, the tag
 * mr:counterpart, the same template resource deployed there, or the same type and name once region tokens are taken out of it.
 */
export function peers(view: EstateView, resource: Resource, region: string): readonly Peer[] {
  return counterparts(view, resource, (other) => other === region);
}

/** Counterparts in any region that the test accepts. */
export function counterparts(view: EstateView, resource: Resource, accepts: (region: string) => boolean): readonly Peer[] {
  const there = (candidates: readonly (Resource | undefined)[], basis: PeerBasis): Peer[] =>
    candidates.flatMap((found) => (found?.region !== undefined && accepts(found.region) && found.resourceType === resource.resourceType ? [{ resource: found, basis }] : []));
  const replicas = there([...view.out(resource.id, 'replicates').map(({ to }) => view.resource(to)), ...view.in(resource.id, 'replicates').map(({ from }) => view.resource(from))], 'replication');
  if (replicas.length > 0) return replicas;
  const tag = resource.tags['mr:counterpart'];
  const declared = tag === undefined ? [] : there([...view.resolve(tag, { ...resource, region: undefined })], 'declared');
  if (declared.length > 0) return declared;
  const { byAddress, byCall, byName } = namesakes(view);
  const deployed = there(byAddress.get(resource.id) ?? [], 'same-template');
  if (deployed.length > 0) return deployed;
  const called = there(byCall.get(resource.id) ?? [], 'same-template');
  return called.length > 0 ? called : there(byName.get(resource.id) ?? [], 'same-name');
}

/** Resources with the same address or name by each one's id; most have none but themselves and are left out. */
const namesakes = perView((view) => {
  const resources = [...view.estate.resources.values()];
  const index = (key: (resource: Resource) => string): ReadonlyMap<string, readonly Resource[]> =>
    new Map([...Map.groupBy(resources, key).values()].filter((group) => group.length > 1).flatMap((group) => group.map(({ id }) => [id, group] as const)));
  return { byAddress: index(addressKey), byCall: onePerRegion(index(callKey)), byName: index(nameKey) };
});

/** Groups in which each region has one resource: of several calls of a module in a region nobody knows which belongs to which. */
function onePerRegion(groups: ReadonlyMap<string, readonly Resource[]>): ReadonlyMap<string, readonly Resource[]> {
  const clear = new Map<readonly Resource[], boolean>();
  return new Map([...groups].filter(([, group]) => {
    const known = clear.get(group) ?? new Set(group.map(({ region }) => region)).size === group.length;
    clear.set(group, known);
    return known;
  }));
}

/** The declared address within its Terraform module, whatever the calls of the module are named: module.west.aws_vpc.this is module.east.aws_vpc.this. */
function callKey(resource: Resource): string {
  const { file = '', path = '' } = resource.sources[0];
  return `${resource.resourceType}\n${file}\n${path.startsWith('module.') ? path.replace(/module\.[\w-]+(?:\[[^\]]*\])?\./g, '') : resource.id}`;
}

/** The declared address without the region it is deployed to. */
function addressKey(resource: Resource): string {
  const { file = '', path = '' } = resource.sources[0];
  return `${resource.resourceType}\n${file}\n${path}`;
}

/**
 * Type and name without region tokens: shop-media-euw1 and shop-media-euc1 are counterparts. A logical id is a name only within stacks
 * that are named alike: a Queue of orders-euw1 has nothing to do with a Queue of payments-euc1.
 */
function nameKey(resource: Resource): string {
  const { resourceType, name, stack = '', module = '' } = resource;
  return [resourceType, alike(name), ...(isLogicalId(resource) ? [alike(stack), module] : [])].join('\n');
}

const alike = (name: string): string => (regionsIn(name).length === 0 ? name : withoutRegions(name));

/** Whether the resource is shown by its address in the template because its own name is made at deployment, or is none. Who knows the ARN knows the name. */
const isLogicalId = ({ name, arn, sources }: Resource): boolean => arn === undefined && sources.some(({ path }) => path?.split('.').at(-1) === name);
