import { compareText } from '../model/json.ts';
import type { Fact, ResourceFact } from '../model/fact.ts';
import type { Resource } from '../model/resource.ts';
import { sorted } from './canonical.ts';
import { isCode, joinCode } from './code/join-code.ts';
import { connect } from './connect.ts';
import { entities, type Entity } from './entities.ts';
import type { EstateGraph } from './estate.ts';
import { mergeEntity } from './merge.ts';
import { noParts, partsByWhole } from './parts.ts';
import { replicas } from './replicas.ts';
import { resolver, type Identified } from './resolver.ts';

type FactOf<T extends Fact['type']> = Extract<Fact, { readonly type: T }>;

/** Connects facts. References resolve by identity after all facts are in, so the order of facts cannot matter. */
export function buildEstate(facts: Iterable<Fact>): EstateGraph {
  const by = groupByType(facts);
  const groups = entities(by.resource);
  const hasParts = by.resource.some(({ partOf }) => partOf !== undefined);
  const parts = hasParts ? partsByWhole(groups, resolver(groups.map((entity) => identified(entity, mergeEntity(entity, [], true)))).resolve) : noParts;
  const wholes = groups.filter(({ id }) => !parts.joined.has(id));
  const told = wholes.map((entity) => {
    const own = parts.of.get(entity.id) ?? [];
    const absentKnown = !parts.lostTypes.has(entity.facts[0].resourceType);
    const { resource, factIds, identities } = identified(entity, mergeEntity(entity, own, absentKnown), own);
    return { resource, factIds, identities, facts: own.length === 0 ? entity.facts : [...entity.facts, ...own] };
  });
  const copies = replicas(told);
  const code = joinCode(told, sorted(by.reference.filter(isCode)));
  const modules = entities(code.modules).map((entity) => ({ ...identified(entity, mergeEntity(entity, [], true)), facts: entity.facts }));
  const all = [...told, ...copies.resources, ...modules].sort((a, b) => compareText(a.resource.id, b.resource.id));
  const { resolve, names } = resolver(all);
  const resources = new Map<string, Resource>();
  for (const { resource } of all) resources.set(resource.id, resource);
  return {
    resources,
    ...connect(all, sorted([...by.reference.filter((reference) => !isCode(reference)), ...copies.references, ...code.references]), resolve),
    occurrences: sorted(by.occurrence.map(({ occurrence }) => occurrence)),
    offers: sorted(by.offer),
    blindSpots: sorted([...by['blind-spot'], ...code.blindSpots]),
    deployers: code.deployers,
    coverage: sorted(by.coverage),
    suppressions: sorted(by.suppression),
    resolve,
    names,
  };
}

function groupByType(facts: Iterable<Fact>): { [T in Fact['type']]: FactOf<T>[] } {
  const by: { [T in Fact['type']]: FactOf<T>[] } = { resource: [], reference: [], occurrence: [], offer: [], 'blind-spot': [], coverage: [], suppression: [] };
  for (const fact of facts) (by[fact.type] as Fact[]).push(fact);
  return by;
}

function identified({ facts }: Entity, resource: Resource, parts: readonly ResourceFact[] = []): Identified {
  const factIds: string[] = [];
  for (const { id } of facts) factIds.push(id);
  for (const { id } of parts) factIds.push(id);
  return { resource, factIds, identities: namesOf(facts) };
}

/** Each once; nearly always a name and an ARN. */
function namesOf(facts: readonly ResourceFact[]): string[] {
  const all: string[] = [];
  for (const { identities, arn } of facts) {
    for (const identity of identities) all.push(identity);
    if (arn !== undefined) all.push(arn);
  }
  return all.length < 2 || (all.length === 2 && all[0] !== all[1]) ? all : [...new Set(all)];
}
