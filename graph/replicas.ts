import type { ReferenceFact } from '../model/fact.ts';
import { compareText } from '../model/json.ts';
import type { Kind, KindCopy } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import { partitionOf } from '../model/region.ts';
import { isKind, type Resource } from '../model/resource.ts';
import type { Source } from '../model/source.ts';
import { symbol } from '../model/symbol.ts';
import type { Connecting } from './connect.ts';

export interface Replicas {
  /** Copies that nothing but their original tells of. */
  readonly resources: readonly Connecting[];
  /** From each original to its copies. */
  readonly references: readonly ReferenceFact[];
}

interface Wanted extends KindCopy {
  readonly of: Connecting;
  /** Account of the copy, where it is another one. */
  readonly account?: string | undefined;
  readonly how: string;
  readonly source: Source;
}

/**
 * Copies in other regions as resources of those regions: the replicas of a global table or a secret, the images of a replicated registry.
 * Where a source tells of the copy itself, only the edge to it is added.
 */
export function replicas(all: readonly Connecting[]): Replicas {
  const wanted = [...all.flatMap(ownCopies), ...registryCopies(all)];
  if (wanted.length === 0) return { resources: [], references: [] };
  const told = existing(all);
  const made = new Map<string, Connecting>();
  const references: ReferenceFact[] = [];
  for (const want of wanted) {
    const { resource: original, factIds } = want.of;
    const id = idOf(want);
    const copy = told(want, id) ?? made.get(id) ?? copyOf(want, id);
    if (copy.resource.id === original.id) continue;
    if (copy.resource.id === id && !told(want, id)) made.set(id, copy);
    references.push({ type: 'reference', from: symbol(factIds[0] ?? original.id), to: symbol(copy.factIds[0] ?? id), edge: 'replicates', how: want.how, source: want.source });
  }
  return { resources: [...made.values()].sort((a, b) => compareText(a.resource.id, b.resource.id)), references };
}

function ownCopies(of: Connecting): Wanted[] {
  const { kind, attributes, region, evidence, sources } = of.resource;
  const copies = kind === undefined ? undefined : (kinds[kind] as Kind).copies;
  if (copies === undefined || region === undefined) return [];
  const source = evidence['replicaRegions'] ?? evidence['replicas'] ?? sources[0];
  return copies(attributes as never).flatMap((copy) => (copy.region === region ? [] : [{ ...copy, of, how: `replica in ${copy.region}`, source }]));
}

/** Repositories that the registry of their account and region copies. */
function registryCopies(all: readonly Connecting[]): Wanted[] {
  const registries = all.flatMap(({ resource }) => (isKind(resource, 'ecr-replication-configuration') ? [resource] : []));
  if (registries.length === 0) return [];
  const repositories = Map.groupBy(all.filter(({ resource }) => resource.kind === 'ecr-repository'), ({ resource }) => resource.region);
  return registries.flatMap(({ account: own, region: home, attributes: { rules = [] }, evidence, sources }) =>
    (home === undefined ? [] : (repositories.get(home) ?? [])).flatMap((of): Wanted[] => {
      if (own !== undefined && of.resource.account !== undefined && own !== of.resource.account) return [];
      const matching = rules.filter(({ prefixes = [] }) => prefixes.length === 0 || prefixes.some((prefix) => of.resource.name.startsWith(prefix)));
      return matching.flatMap(({ regions = [], registries: accounts = [] }) =>
        regions.flatMap((region) => (accounts.length === 0 ? [own] : accounts).flatMap((to): Wanted[] => {
          const account = to === undefined || !/^\d{12}$/.test(to) ? own : to;
          return region === home && account === own ? [] : [{ of, region, account, how: `replication of the registry to ${region}`, source: evidence['rules'] ?? sources[0] }];
        })));
    }));
}

/** ARN with region and account of the copy where the original's is known, else the original's id and the copy's region. */
function idOf({ of: { resource }, region, account }: Wanted): string {
  return arnOf(resource, region, account) ?? `${resource.id}@${region}${account === undefined || account === resource.account ? '' : `/${account}`}`;
}

function arnOf({ arn, region: home, account: own }: Resource, region: string, account: string | undefined): string | undefined {
  if (arn === undefined || home === undefined) return undefined;
  const parts = arn.split(':');
  if (parts[3] !== home) return undefined;
  parts[3] = region;
  if (account !== undefined && own !== undefined) parts[4] = account;
  return parts.join(':');
}

/** What a source tells of a copy: the resource with its ARN, or the one of its type and name in its region and account. */
function existing(all: readonly Connecting[]): (want: Wanted, id: string) => Connecting | undefined {
  const byId = new Map(all.map((each) => [each.resource.id, each]));
  const key = (resource: Resource, region: string | undefined): string => `${resource.resourceType}\n${region ?? ''}\n${resource.name}`;
  const byName = Map.groupBy(all, ({ resource }) => key(resource, resource.region));
  return ({ of: { resource, identities }, region, account = resource.account }, id) => {
    const exact = byId.get(id);
    if (exact !== undefined) return exact;
    if (!identities.includes(resource.name)) return undefined;
    const named = (byName.get(key(resource, region)) ?? []).filter((each) => each.identities.includes(resource.name) && (account === undefined || each.resource.account === undefined || each.resource.account === account));
    return named.length === 1 ? named[0] : undefined;
  };
}

function copyOf({ of: { resource, identities }, region, account = resource.account, attributes = {}, source }: Wanted, id: string): Connecting {
  const { region: home = '', name } = resource;
  const told = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
  const arn = arnOf(resource, region, account);
  const own = identities.flatMap((identity) => (identity === name ? [name] : identity.includes(home) && home !== '' ? [identity.replaceAll(home, region)] : []));
  const copy = {
    ...resource, id, region, account, arn, partition: partitionOf(region)?.id ?? resource.partition, sources: [source] as const,
    attributes: told, evidence: Object.fromEntries(Object.keys(told).map((attribute) => [attribute, source])),
  } as unknown as Resource;
  return { resource: copy, factIds: [id], identities: [...new Set(arn === undefined ? own : [...own, arn])], facts: [] };
}
