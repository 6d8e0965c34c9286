import { compareText } from '../model/json.ts';
import type { Fact, ResourceFact } from '../model/fact.ts';
import type { Resource } from '../model/resource.ts';
import { sorted } from './canonical.ts';
import { isCode, joinCode } from './code/join-code.ts';
import { connect, type Connecting } from './connect.ts';
import { entities, type Entity } from './entities.ts';
import type { EstateGraph } from './estate.ts';
import { mergeEntity } from './merge.ts';
import { noParts, partsByWhole } from './parts.ts';
import { replicas } from './replicas.ts';
import { placesOf, resolver } from './resolver.ts';

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
    return identified(entity, mergeEntity(entity, own, absentKnown), own);
  });
  const copies = replicas(told);
  const code = joinCode(told, sorted(by.reference.filter(isCode)));
  const modules = entities(code.modules).map((entity) => identified(entity, mergeEntity(entity, [], true)));
  const all = [...told, ...copies.resources, ...modules].sort((a, b) => compareText(a.resource.id, b.resource.id));
  const places = placesOf(all);
  const { resolve, names } = resolver(all, places);
  const resources = new Map<string, Resource>();
  for (const { resource } of all) resources.set(resource.id, resource);
  return {
    resources,
    ...connect(all, sorted([...by.reference.filter((reference) => !isCode(reference)), ...copies.references, ...code.references]), { resolve, places }),
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

/** Lists are written out where they are short: one that grows takes room for seventeen, which a million resources do not have. */
function identified({ facts: own }: Entity, resource: Resource, parts: readonly ResourceFact[] = []): Connecting {
  const facts = parts.length === 0 ? own : [...own, ...parts];
  return { resource, factIds: facts.length === 1 ? [own[0].id] : facts.map(({ id }) => id), identities: namesOf(own), facts };
}

/** Each once; nearly always a name and an ARN. */
function namesOf(facts: readonly [ResourceFact, ...ResourceFact[]]): readonly string[] {
  const [{ identities, arn }] = facts;
  const [name] = identities;
  if (facts.length === 1 && name !== undefined && identities.length === 1) return arn === undefined || arn === name ? identities : [name, arn];
  return [...new Set(facts.flatMap((fact) => (fact.arn === undefined ? fact.identities : [...fact.identities, fact.arn])))];
}
