import { parseArn } from '../model/arn.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Kind } from '../model/kind.ts';
import type { Resource } from '../model/resource.ts';
import { hasSymbol, soleSymbol, symbolsIn } from '../model/symbol.ts';
import type { ResolveFrom } from './estate.ts';

/** What the resolver knows of a resource. */
export interface Identified {
  readonly resource: Resource;
  readonly factIds: readonly string[];
  readonly identities: readonly string[];
}

type Index = Map<string, Resource[]>;

/**
 * Finds the resources that an identifier means. Symbols, complete ARNs, hosts and ids bind wherever they stand; a bare name binds only
 * within its account and region and only to the type that the property asks for, because the same name in another region is another thing.
 */
export function resolver(all: Iterable<Identified>): (identifier: string, from: ResolveFrom) => readonly Resource[] {
  const byFact: Index = new Map();
  const byIdentity: Index = new Map();
  const byLooseArn: Index = new Map();
  const byName: Index = new Map();
  for (const { resource, factIds, identities } of all) {
    for (const id of factIds) add(byFact, id, resource);
    for (const identity of identities) add(byIdentity, identity.toLowerCase(), resource);
    const loose = looseArnOf(resource);
    if (loose !== undefined) add(byLooseArn, loose, resource);
    for (const name of new Set([resource.name, ...identities])) add(byName, `${resource.resourceType} ${name}`, resource);
  }

  const within = (from: ResolveFrom) => (candidate: Resource): boolean =>
    agrees(candidate.account, from.account) && (candidate.region === 'global' || agrees(candidate.region, from.region));

  return (identifier, from) => {
    const sole = soleSymbol(identifier);
    if (sole) return byFact.get(sole.id) ?? byIdentity.get(identifier.toLowerCase()) ?? [];
    if (identifier.startsWith('arn:')) return resolveArn(identifier, { byFact, byIdentity, byLooseArn });
    const symbols = symbolsIn(identifier).flatMap(({ id }) => byFact.get(id) ?? []);
    if (symbols.length > 0) return [...new Set(symbols)];
    if (from.target !== undefined) {
      const named = byName.get(`${from.target} ${identifier}`)?.filter(within(from));
      if (named && named.length > 0) return named;
    }
    if (!isSelfContained(identifier)) return [];
    return byIdentity.get(identifier.toLowerCase()) ?? patternsOf(identifier.toLowerCase()).flatMap((pattern) => byIdentity.get(pattern) ?? []);
  };
}

function resolveArn(text: string, { byFact, byIdentity, byLooseArn }: Record<'byFact' | 'byIdentity' | 'byLooseArn', Index>): readonly Resource[] {
  const exact = byIdentity.get(text.toLowerCase());
  if (exact) return exact;
  const arn = parseArn(text);
  if (!arn) return [];
  const symbols = symbolsIn(arn.resource).flatMap(({ id }) => byFact.get(id) ?? []);
  if (symbols.length > 0) return [...new Set(symbols)];
  if (hasSymbol(arn.region) && !arn.region.startsWith('⟦')) return [];
  for (const resource of shorterAndShorter(arn.resource)) {
    const candidates = byLooseArn.get(`${arn.service} ${arn.region} ${resource}`)?.filter(({ account }) => agrees(account, knownAccount(arn.account)));
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

/** Service, region and resource part of a resource's ARN, whether or not its account is known. */
function looseArnOf({ arn, kind, name, region }: Resource): string | undefined {
  const whole = arn ?? (kind === undefined ? undefined : (kinds[kind] as Kind).arn?.replace('{name}', name).replace('{region}', region ?? ''));
  const parsed = whole === undefined ? undefined : parseArn(whole);
  return parsed && !/[{}]/.test(parsed.resource + parsed.region) ? `${parsed.service} ${parsed.region} ${parsed.resource}` : undefined;
}

const knownAccount = (account: string): string | undefined => (/^\d{12}$/.test(account) ? account : undefined);

/** Equal, or one of them not told. */
const agrees = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b;

/** Hosts and ids mean one thing anywhere; words do not. */
const isSelfContained = (identifier: string): boolean => identifier.includes('.') || /-[0-9a-f]{8,}$/.test(identifier);

function add(index: Index, key: string, resource: Resource): void {
  const found = index.get(key);
  if (found === undefined) index.set(key, [resource]);
  else if (!found.includes(resource)) found.push(resource);
}
