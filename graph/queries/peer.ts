import { withoutRegions } from '../../model/region-token.ts';
import type { Resource } from '../../model/resource.ts';
import { standingOf } from '../../model/source.ts';
import { tagged } from '../../model/tag-table.ts';
import { perView } from '../per-view.ts';
import type { EstateView } from '../view.ts';
import { ofType } from './of-type.ts';

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
  const last = asked(view);
  if (last.region !== region) Object.assign(last, asking(region));
  const found = last.found.get(resource) ?? bestOf(view, resource, last.among);
  last.found.set(resource, found);
  return found;
}

/** Counterparts in any region that the test accepts. */
export function counterparts(view: EstateView, resource: Resource, accepts: (region: string) => boolean): readonly Peer[] {
  return bestOf(view, resource, (candidates, basis) => among(candidates, basis, accepts));
}

/** Those of the candidates, which are of one type, that are where counterparts are wanted. */
type Choose = (candidates: readonly Resource[], basis: PeerBasis) => readonly Peer[];

const none: readonly never[] = [];

function among(candidates: readonly Resource[], basis: PeerBasis, accepts: (region: string) => boolean): readonly Peer[] {
  const found: Peer[] = [];
  for (const resource of candidates) if (resource.region !== undefined && accepts(resource.region)) found.push({ resource, basis });
  return found;
}

/** What was found for the region that was last asked about: many rules ask the same of a resource, and all members of a group share one answer. */
const asked = perView(() => asking(''));

function asking(region: string): { readonly region: string; readonly found: Map<Resource, readonly Peer[]>; readonly among: Choose } {
  const groups = new Map<readonly Resource[], readonly Peer[]>();
  const accepts = (other: string): boolean => other === region;
  return {
    region,
    found: new Map(),
    among(group, basis) {
      const found = groups.get(group) ?? among(group, basis, accepts);
      groups.set(group, found);
      return found;
    },
  };
}

function bestOf(view: EstateView, resource: Resource, choose: Choose): readonly Peer[] {
  const { id, resourceType } = resource;
  const linked = (resources: readonly (Resource | undefined)[]): Resource[] => resources.filter((other) => other?.resourceType === resourceType) as Resource[];
  const out = view.out(id, 'replicates');
  const inward = view.in(id, 'replicates');
  const replicas = out.length + inward.length === 0 ? none : choose(linked([...out.map(({ to }) => view.resource(to)), ...inward.map(({ from }) => view.resource(from))]), 'replication');
  if (replicas.length > 0) return replicas;
  const tag = tagged(resource, 'mr:counterpart');
  const declared = tag === undefined ? none : choose(linked(view.resolve(tag, { ...resource, region: undefined })), 'declared');
  if (declared.length > 0) return declared;
  const { byAddress, byCall, byName, byPart } = namesakes(view, resourceType);
  for (const [groups, basis] of [[byAddress, 'same-template'], [byCall, 'same-template'], [byName, 'same-name'], [byPart, 'same-name']] as const) {
    const group = groups.get(id);
    const found = group === undefined ? none : choose(group, basis);
    if (found.length > 0) return found;
  }
  return none;
}

/** Resources of one type with the same address or name by each one's id; most have none but themselves and are left out. */
interface Namesakes {
  readonly byAddress: Groups;
  readonly byCall: Groups;
  readonly byName: Groups;
  readonly byPart: Groups;
}

type Groups = ReadonlyMap<string, readonly Resource[]>;

const known = perView(() => new Map<string, Namesakes>());

function namesakes(view: EstateView, type: string): Namesakes {
  const found = known(view).get(type) ?? namesakesAmong(ofType(view, type));
  known(view).set(type, found);
  return found;
}

function namesakesAmong(resources: readonly Resource[]): Namesakes {
  return {
    // An inventory tells of everything at one place: that is no address.
    byAddress: byMember(alike(resources.filter(({ sources: [source] }) => standingOf(source) !== 'live'), [fileOf, pathOf])),
    byCall: byMember(alike(resources.filter(isInCall), [fileOf, callPath]).filter(isOnePerRegion)),
    byName: byMember(alike(resources, [({ name }) => nameAlike(name), scopeOfName])),
    byPart: parts(resources),
  };
}

/** All that the same address in the same file declares, the resource among them: a template that is deployed several times declares each of its resources as often. Empty where nothing else has its address. */
export const sameAddress = (view: EstateView, { id, resourceType }: Resource): readonly Resource[] => namesakes(view, resourceType).byAddress.get(id) ?? none;

/** Groups of more than one for which all of the keys agree, told apart by one key after the other: most resources are alone after the first. */
function alike(resources: readonly Resource[], keys: readonly ((resource: Resource) => string)[]): readonly (readonly Resource[])[] {
  return keys.reduce<readonly (readonly Resource[])[]>((groups, key) => groups.flatMap((group) => (group.length < 2 ? none : sharing(group, key))), [resources]);
}

/** Those that have a key in common with another one. Most have one of their own, and a list for each of them would take longer than all else. */
function sharing(group: readonly Resource[], key: (resource: Resource) => string): readonly (readonly Resource[])[] {
  const known = new Map<string, Resource | Resource[]>();
  const found: Resource[][] = [];
  for (const resource of group) {
    const text = key(resource);
    const before = known.get(text);
    if (before === undefined) known.set(text, resource);
    else if (Array.isArray(before)) before.push(resource);
    else {
      const list = [before as Resource, resource];
      known.set(text, list);
      found.push(list);
    }
  }
  return found;
}

function byMember(groups: readonly (readonly Resource[])[]): Groups {
  const found = new Map<string, readonly Resource[]>();
  for (const group of groups) for (const { id } of group) found.set(id, group);
  return found;
}

/** Of several calls of a module in a region nobody knows which belongs to which. */
const isOnePerRegion = (group: readonly Resource[]): boolean => new Set(group.map(({ region }) => region)).size === group.length;

const isInCall = ({ sources }: Resource): boolean => sources[0].path?.startsWith('module.') === true;

const fileOf = ({ sources: [{ file = '' }] }: Resource): string => file;
const pathOf = ({ sources: [{ path = '' }] }: Resource): string => path;

/** The declared address within its Terraform module, whatever the calls of the module are named: module.west.aws_vpc.this is module.east.aws_vpc.this. */
const callPath = (resource: Resource): string => pathOf(resource).replace(/module\.[\w-]+(?:\[[^\]]*\])?\./g, '');

/**
 * Names are alike without region tokens: shop-media-euw1 and shop-media-euc1 are counterparts. A logical id is a name only within stacks
 * that are named alike: a Queue of orders-euw1 has nothing to do with a Queue of payments-euc1.
 */
function nameAlike(name: string): string {
  const rest = withoutRegions(name);
  return rest === name.toLowerCase() ? name : rest;
}

const scopeOfName = (resource: Resource): string => (isLogicalId(resource) ? `${nameAlike(resource.stack ?? '')}\n${resource.module ?? ''}` : '');

/** Whether the resource is shown by its address in the template because its own name is made at deployment, or is none. Who knows the ARN knows the name. */
const isLogicalId = ({ name, arn, sources }: Resource): boolean => arn === undefined && sources.some(({ path }) => path?.split('.').at(-1) === name);

/** Words by which names tell the regions of a pair apart, where no region is in them. */
const partWords = new Set(['primary', 'secondary', 'dr', 'standby', 'failover', 'recovery', 'replica', 'active', 'passive', 'disaster', 'backup']);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** A word of a part as a word of its own: dr of dr-api and of ApiDr, not of address. */
const mayHavePart = new RegExp(`(?<![A-Za-z])(?:${[...partWords].join('|')})(?![a-z])|(?:${[...partWords].flatMap((word) => [capital(word), word.toUpperCase()]).join('|')})(?![a-z])`);

/** Counterparts by name without the words for the region's part, where each region has one resource of the name: a second one would leave it open which is meant. */
function parts(resources: readonly Resource[]): Groups {
  const found = new Map<string, readonly Resource[]>();
  for (const [shown, keyOf, texts] of [[placeName, labelPart, placeTexts], [nameOf, namePart, nameTexts]] as const) {
    // Most types have no such names, and taking names apart is slow.
    if (!resources.some((resource) => texts(resource).some((text) => mayHavePart.test(text)))) continue;
    const groups = Map.groupBy(resources.filter(({ id }) => !found.has(id)), keyOf);
    groups.delete('');
    for (const group of groups.values()) {
      if (group.length > 1 && isOnePerRegion(group) && group.some((resource) => hasPart(shown(resource)))) for (const { id } of group) found.set(id, group);
    }
  }
  return found;
}

const wordsOf = (name: string): string[] => nameAlike(name).split(/[-_./\s]+|(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase()).filter((word) => word !== '');

const hasPart = (name: string): boolean => wordsOf(name).some((word) => partWords.has(word));

const withoutPart = (name: string): string => wordsOf(name).filter((word) => !partWords.has(word)).join('-');

/** The last part of the address that declares it: app_asg of module.web.aws_autoscaling_group.app_asg. */
const labelOf = ({ sources }: Resource): string => sources[0].path?.replace(/\[[^\]]*\]$/, '').split('.').at(-1) ?? '';

const nameOf = ({ name }: Resource): string => name;
const nameTexts = ({ name }: Resource): readonly string[] => [name];

/** What `placeName` is taken from, as it stands. */
const placeTexts = ({ stack = '', sources: [{ path = '' }] }: Resource): readonly string[] => [stack, path];

const placeName = (resource: Resource): string => `${resource.stack ?? ''}/${labelOf(resource)}`;

/** Declared beside each other: in one folder and one call of its module, in stacks whose names differ by the part alone. */
function labelPart(resource: Resource): string {
  const { stack = '', module = '', sources: [{ file = '' }] } = resource;
  const label = labelOf(resource);
  return label === '' || file === '' ? '' : [file.slice(0, file.lastIndexOf('/') + 1), withoutPart(stack), module, withoutPart(label)].join('\n');
}

function namePart(resource: Resource): string {
  const rest = withoutPart(resource.name);
  return isLogicalId(resource) ? '' : rest;
}
