import { regionsIn, withoutRegions } from '../../model/region-token.ts';
import type { Resource } from '../../model/resource.ts';
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
  const tag = resource.tags['mr:counterpart'];
  const index = peerIndex(view);
  for (const found of [
    there([...view.out(resource.id, 'replicates').map(({ to }) => view.resource(to)), ...view.in(resource.id, 'replicates').map(({ from }) => view.resource(from))], 'replication'),
    there(tag === undefined ? [] : [...view.resolve(tag, { ...resource, region: undefined })], 'declared'),
    there(index.byAddress.get(addressKey(resource)) ?? [], 'same-template'),
    there(index.byName.get(nameKey(resource)) ?? [], 'same-name'),
  ]) {
    if (found.length > 0) return found;
  }
  return [];
}

interface PeerIndex {
  readonly byAddress: ReadonlyMap<string, readonly Resource[]>;
  readonly byName: ReadonlyMap<string, readonly Resource[]>;
}

const indexes = new WeakMap<EstateView, PeerIndex>();

/** Built once for each view, so that asking for the peers of every resource stays linear. */
function peerIndex(view: EstateView): PeerIndex {
  const known = indexes.get(view);
  if (known) return known;
  const byAddress = new Map<string, Resource[]>();
  const byName = new Map<string, Resource[]>();
  const add = (index: Map<string, Resource[]>, key: string, resource: Resource): void => {
    const found = index.get(key);
    if (found) found.push(resource);
    else index.set(key, [resource]);
  };
  for (const resource of view.estate.resources.values()) {
    add(byAddress, addressKey(resource), resource);
    add(byName, nameKey(resource), resource);
  }
  const index = { byAddress, byName };
  indexes.set(view, index);
  return index;
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

/** Whether the resource is shown by its address in the template because its own name is made at deployment, or is none. */
const isLogicalId = ({ name, sources }: Resource): boolean => sources.some(({ path }) => path?.split('.').at(-1) === name);
