import { withoutRegions } from '../../model/region-token.ts';
import type { Resource } from '../../model/resource.ts';
import { tagged } from '../../model/tag-table.ts';
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
 * mr:counterpart, the same template resource deployed there, or the same type and name once region tokens are taken out of it, and
 * then words for the part that a region plays (primary-api, dr-api).
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
  const tag = tagged(resource, 'mr:counterpart');
  const declared = tag === undefined ? [] : there([...view.resolve(tag, { ...resource, region: undefined })], 'declared');
  if (declared.length > 0) return declared;
  const { byAddress, byCall, byName, byPart } = namesakes(view);
  const deployed = there(byAddress.get(resource.id) ?? [], 'same-template');
  if (deployed.length > 0) return deployed;
  const called = there(byCall.get(resource.id) ?? [], 'same-template');
  if (called.length > 0) return called;
  const named = there(byName.get(resource.id) ?? [], 'same-name');
  return named.length > 0 ? named : there(byPart.get(resource.id) ?? [], 'same-name');
}

/** Resources with the same address or name by each one's id; most have none but themselves and are left out. */
const namesakes = perView((view) => {
  const resources = [...view.estate.resources.values()];
  const index = (key: (resource: Resource) => string, of = resources): ReadonlyMap<string, readonly Resource[]> =>
    new Map([...Map.groupBy(of, key).values()].filter((group) => group.length > 1).flatMap((group) => group.map(({ id }) => [id, group] as const)));
  return { byAddress: index(addressKey), byCall: onePerRegion(index(callKey, resources.filter(isInCall))), byName: index(nameKey), byPart: parts(resources) };
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

const isInCall = ({ sources }: Resource): boolean => sources[0].path?.startsWith('module.') === true;

/** The declared address within its Terraform module, whatever the calls of the module are named: module.west.aws_vpc.this is module.east.aws_vpc.this. */
function callKey(resource: Resource): string {
  const { file = '', path = '' } = resource.sources[0];
  return `${resource.resourceType}\n${file}\n${path.replace(/module\.[\w-]+(?:\[[^\]]*\])?\./g, '')}`;
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

function alike(name: string): string {
  const rest = withoutRegions(name);
  return rest === name.toLowerCase() ? name : rest;
}

/** Whether the resource is shown by its address in the template because its own name is made at deployment, or is none. Who knows the ARN knows the name. */
const isLogicalId = ({ name, arn, sources }: Resource): boolean => arn === undefined && sources.some(({ path }) => path?.split('.').at(-1) === name);

/** Words by which names tell the regions of a pair apart, where no region is in them. */
const partWords = new Set(['primary', 'secondary', 'dr', 'standby', 'failover', 'recovery', 'replica', 'active', 'passive', 'disaster', 'backup']);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** A word of a part as a word of its own: dr of dr-api and of ApiDr, not of address. */
const mayHavePart = new RegExp(`(?<![A-Za-z])(?:${[...partWords].join('|')})(?![a-z])|(?:${[...partWords].flatMap((word) => [capital(word), word.toUpperCase()]).join('|')})(?![a-z])`);

/** Counterparts by name without the words for the region's part, where each region has one resource of the name: a second one would leave it open which is meant. */
function parts(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const found = new Map<string, readonly Resource[]>();
  for (const [shown, keyOf] of [[placeName, labelPart], [({ name }: Resource) => name, namePart]] as const) {
    // Most estates have no such names, and taking names apart is slow.
    const types = new Set(resources.filter((resource) => mayHavePart.test(shown(resource))).map(({ resourceType }) => resourceType));
    const groups = Map.groupBy(resources.filter(({ id, resourceType }) => types.has(resourceType) && !found.has(id)), keyOf);
    groups.delete('');
    for (const group of groups.values()) {
      const isClear = new Set(group.map(({ region }) => region)).size === group.length;
      if (group.length > 1 && isClear && group.some((resource) => hasPart(shown(resource)))) for (const { id } of group) found.set(id, group);
    }
  }
  return found;
}

const wordsOf = (name: string): string[] => alike(name).split(/[-_./\s]+|(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase()).filter((word) => word !== '');

const hasPart = (name: string): boolean => wordsOf(name).some((word) => partWords.has(word));

const withoutPart = (name: string): string => wordsOf(name).filter((word) => !partWords.has(word)).join('-');

/** The last part of the address that declares it: app_asg of module.web.aws_autoscaling_group.app_asg. */
const labelOf = ({ sources }: Resource): string => sources[0].path?.replace(/\[[^\]]*\]$/, '').split('.').at(-1) ?? '';

const placeName = (resource: Resource): string => `${resource.stack ?? ''}/${labelOf(resource)}`;

/** Declared beside each other: in one folder and one call of its module, in stacks whose names differ by the part alone. */
function labelPart(resource: Resource): string {
  const { resourceType, stack = '', module = '', sources: [{ file = '' }] } = resource;
  const label = labelOf(resource);
  return label === '' || file === '' ? '' : [resourceType, file.slice(0, file.lastIndexOf('/') + 1), withoutPart(stack), module, withoutPart(label)].join('\n');
}

function namePart(resource: Resource): string {
  const rest = withoutPart(resource.name);
  return rest === '' || isLogicalId(resource) ? '' : [resource.resourceType, rest].join('\n');
}
