import { parseArn } from '../model/arn.ts';
import { isResourceId } from '../model/identifier.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Kind } from '../model/kind.ts';
import type { Resource } from '../model/resource.ts';
import { hasSymbol, soleSymbol, symbolsIn } from '../model/symbol.ts';
import type { ResolveFrom, ResourceNames } from './estate.ts';
import { enter, foundIn, idIndex, type IdIndex, type Index } from './id-index.ts';
import { pathOf } from './path-of.ts';
import { namesOf } from './resource-names.ts';

/** What the resolver knows of a resource. */
export interface Identified extends ResourceNames {
  readonly resource: Resource;
}

export interface Resolver {
  resolve(identifier: string, from: ResolveFrom): readonly Resource[];
  /** All names by resource id. Made anew with each call. */
  names(): ReadonlyMap<string, ResourceNames>;
}

/** Indexes by something that many texts have in common, so that it is not part of each. */
type Indexes = Map<string, Index>;

/**
 * Finds the resources that an identifier means. Symbols, complete ARNs, hosts and ids bind wherever they stand; a bare name binds only
 * within its account and region and only to the type that the property asks for, because the same name in another region is another thing.
 */
export function resolver(all: readonly Identified[], places: ReadonlyMap<string, number> = placesOf(all)): Resolver {
  const resources = all.map(({ resource }) => resource);
  const byFact = idIndex({ resources, places });
  const byIdentity = idIndex({ resources, places });
  const byName: Indexes = new Map();
  for (const [place, { resource, factIds, identities }] of all.entries()) {
    for (const id of factIds) byFact.add(id, place);
    for (const identity of identities) byIdentity.add(lower(identity), place);
    const ofType = within(byName, resource.resourceType);
    const { name } = resource;
    if (!name.startsWith('arn:')) enter(ofType, name, resource);
    for (const identity of identities) if (identity !== name && !identity.startsWith('arn:')) enter(ofType, identity, resource);
  }

  let loose: Indexes | undefined;
  const byLooseArn = (): Indexes => (loose ??= looseArnsOf(resources));
  const isWithin = (from: ResolveFrom) => (candidate: Resource): boolean =>
    agrees(candidate.account, from.account) && (candidate.region === 'global' || agrees(candidate.region, from.region));

  const resolve: Resolver['resolve'] = (identifier, from) => {
    const sole = soleSymbol(identifier);
    if (sole) return byFact.find(sole.id) ?? byIdentity.find(identifier.toLowerCase()) ?? [];
    if (identifier.startsWith('arn:')) return resolveArn(identifier, { byFact, byIdentity, byLooseArn });
    const symbols = symbolsIn(identifier).flatMap(({ id }) => byFact.find(id) ?? []);
    if (symbols.length > 0) return [...new Set(symbols)];
    if (from.target !== undefined) {
      const namesakes = foundIn(byName.get(from.target), identifier);
      const named = namesakes?.filter(isWithin(from));
      if (named && named.length > 0) return named;
      // The name of a bucket is that of one bucket in all accounts and regions of a partition.
      if (from.target === 'AWS::S3::Bucket' && namesakes?.length === 1) return namesakes;
    }
    if (!isSelfContained(identifier)) return [];
    return byIdentity.find(identifier.toLowerCase()) ?? patternsOf(identifier.toLowerCase()).flatMap((pattern) => byIdentity.find(pattern) ?? []);
  };
  return { resolve, names: () => namesOf({ byFact, byIdentity, byName }) };
}

/** The place of each id. */
export function placesOf(all: readonly Pick<Identified, 'resource'>[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, { resource }] of all.entries()) places.set(resource.id, place);
  return places;
}

interface Exact {
  readonly byFact: IdIndex;
  readonly byIdentity: IdIndex;
  /** Made when an ARN is asked for that no resource has exactly: taking all of them apart is as much work as all other indexes. */
  byLooseArn(): Indexes;
}

function resolveArn(text: string, { byFact, byIdentity, byLooseArn }: Exact): readonly Resource[] {
  const exact = byIdentity.find(text) ?? byIdentity.find(lower(text));
  if (exact) return exact;
  const arn = parseArn(text);
  if (!arn) return [];
  const symbols = symbolsIn(arn.resource).flatMap(({ id }) => byFact.find(id) ?? []);
  if (symbols.length > 0) return [...new Set(symbols)];
  if (hasSymbol(arn.region) && !arn.region.startsWith('⟦')) return [];
  for (const resource of shorterAndShorter(arn.resource)) {
    const candidates = foundIn(byLooseArn().get(`${arn.service} ${arn.region}`), resource)?.filter(({ account }) => agrees(account, knownAccount(arn.account)));
    if (candidates && candidates.length > 0) return candidates;
  }
  return [];
}

/** `table/orders/index/by-date` → itself, `table/orders/index`, `table/orders`; `bucket/*` → `bucket`; `function:f:live` → `function:f`. */
function* shorterAndShorter(resource: string): Iterable<string> {
  let rest = resource;
  for (let depth = 0; depth < 8 && rest !== ''; depth++) {
    if (!rest.includes('*')) yield rest;
    const cut = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf(':'));
    if (cut <= 0) return;
    rest = rest.slice(0, cut);
  }
}

/** A host with each of its labels in turn as the random part that * stands for in a kind's host patterns. */
function patternsOf(host: string): string[] {
  const labels = host.split('.');
  if (labels.length > 10) return [];
  return labels.flatMap((label, at) => {
    const dash = label.lastIndexOf('-');
    const forms = dash > 0 ? ['*', `${label.slice(0, dash)}-*`] : ['*'];
    return forms.map((form) => labels.toSpliced(at, 1, form).join('.'));
  });
}

function looseArnsOf(resources: readonly Resource[]): Indexes {
  const indexes: Indexes = new Map();
  for (const resource of resources) {
    const loose = looseArnOf(resource);
    if (loose !== undefined) enter(within(indexes, loose.place), loose.resource, resource);
  }
  return indexes;
}

/** Service, region and resource part of a resource's ARN, whether or not its account is known. */
function looseArnOf({ arn, kind, name, region, attributes }: Resource): { readonly place: string; readonly resource: string } | undefined {
  const whole = arn ?? (kind === undefined ? undefined : (kinds[kind] as Kind).arn?.replace('{path}', () => pathOf(attributes)).replace('{name}', name).replace('{region}', region ?? ''));
  const parsed = whole === undefined ? undefined : parseArn(whole);
  return parsed && !/[{}]/.test(parsed.resource + parsed.region) ? { place: `${parsed.service} ${parsed.region}`, resource: parsed.resource } : undefined;
}

/** Most identifiers are in lower case already, and turning one into it makes a copy first. */
const lower = (text: string): string => (/[^\x00-@[-\x7f]/.test(text) ? text.toLowerCase() : text);

const knownAccount = (account: string): string | undefined => (/^\d{12}$/.test(account) ? account : undefined);

/** Equal, or one of them not told. */
const agrees = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b;

/** Hosts and ids mean one thing anywhere; words do not. */
const isSelfContained = (identifier: string): boolean => identifier.includes('.') || /-[0-9a-f]{8,}$/.test(identifier) || isResourceId(identifier);

function within(indexes: Indexes, key: string): Index {
  const known = indexes.get(key);
  if (known !== undefined) return known;
  const index: Index = new Map();
  indexes.set(key, index);
  return index;
}
