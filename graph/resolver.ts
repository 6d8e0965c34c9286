import { parseArn } from '../model/arn.ts';
import { isResourceId } from '../model/identifier.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Kind } from '../model/kind.ts';
import type { Resource } from '../model/resource.ts';
import { hasSymbol, soleSymbol, symbolsIn } from '../model/symbol.ts';
import type { ResolveFrom, ResourceNames } from './estate.ts';
import { pathOf } from './path-of.ts';
import { namesOf, type Index } from './resource-names.ts';

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
export function resolver(all: Iterable<Identified>): Resolver {
  const byFact: Index = new Map();
  const byIdentity: Index = new Map();
  const byName: Indexes = new Map();
  const resources: Resource[] = [];
  for (const { resource, factIds, identities } of all) {
    resources.push(resource);
    for (const id of factIds) add(byFact, id, resource);
    for (const identity of identities) add(byIdentity, lower(identity), resource);
    const ofType = within(byName, resource.resourceType);
    const { name } = resource;
    if (!name.startsWith('arn:')) add(ofType, name, resource);
    for (const identity of identities) if (identity !== name && !identity.startsWith('arn:')) add(ofType, identity, resource);
  }

  let loose: Indexes | undefined;
  const byLooseArn = (): Indexes => (loose ??= looseArnsOf(resources));
  const isWithin = (from: ResolveFrom) => (candidate: Resource): boolean =>
    agrees(candidate.account, from.account) && (candidate.region === 'global' || agrees(candidate.region, from.region));

  const resolve: Resolver['resolve'] = (identifier, from) => {
    const sole = soleSymbol(identifier);
    if (sole) return found(byFact, sole.id) ?? found(byIdentity, identifier.toLowerCase()) ?? [];
    if (identifier.startsWith('arn:')) return resolveArn(identifier, { byFact, byIdentity, byLooseArn });
    const symbols = symbolsIn(identifier).flatMap(({ id }) => found(byFact, id) ?? []);
    if (symbols.length > 0) return [...new Set(symbols)];
    if (from.target !== undefined) {
      const all = found(byName.get(from.target), identifier);
      const named = all?.filter(isWithin(from));
      if (named && named.length > 0) return named;
      // The name of a bucket is that of one bucket in all accounts and regions of a partition.
      if (from.target === 'AWS::S3::Bucket' && all?.length === 1) return all;
    }
    if (!isSelfContained(identifier)) return [];
    return found(byIdentity, identifier.toLowerCase()) ?? patternsOf(identifier.toLowerCase()).flatMap((pattern) => found(byIdentity, pattern) ?? []);
  };
  return { resolve, names: () => namesOf({ byFact, byIdentity, byName }) };
}

interface Exact {
  readonly byFact: Index;
  readonly byIdentity: Index;
  /** Made when an ARN is asked for that no resource has exactly: taking all of them apart is as much work as all other indexes. */
  byLooseArn(): Indexes;
}

function resolveArn(text: string, { byFact, byIdentity, byLooseArn }: Exact): readonly Resource[] {
  const exact = found(byIdentity, text) ?? found(byIdentity, lower(text));
  if (exact) return exact;
  const arn = parseArn(text);
  if (!arn) return [];
  const symbols = symbolsIn(arn.resource).flatMap(({ id }) => found(byFact, id) ?? []);
  if (symbols.length > 0) return [...new Set(symbols)];
  if (hasSymbol(arn.region) && !arn.region.startsWith('⟦')) return [];
  for (const resource of shorterAndShorter(arn.resource)) {
    const candidates = found(byLooseArn().get(`${arn.service} ${arn.region}`), resource)?.filter(({ account }) => agrees(account, knownAccount(arn.account)));
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
    if (loose !== undefined) add(within(indexes, loose.place), loose.resource, resource);
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

function found(index: Index | undefined, key: string): readonly Resource[] | undefined {
  const value = index?.get(key);
  return value === undefined || Array.isArray(value) ? value : [value as Resource];
}

function within(indexes: Indexes, key: string): Index {
  const known = indexes.get(key);
  if (known !== undefined) return known;
  const index: Index = new Map();
  indexes.set(key, index);
  return index;
}

function add(index: Index, key: string, resource: Resource): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, resource);
  else if (!Array.isArray(known)) {
    if (known !== resource) index.set(key, [known as Resource, resource]);
  }
  // A resource is entered under all of its names before the next one: if it is there, it is the last.
  else if (known.at(-1) !== resource) known.push(resource);
}
