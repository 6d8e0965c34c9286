import type { ResourceFact } from '../model/fact.ts';
import { canonicalJson, compareText } from '../model/json.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Resource, Told } from '../model/resource.ts';
import { standingOf, type Source, type Standing } from '../model/source.ts';
import type { Entity } from './entities.ts';

/** A resource from its own facts and the facts of its split-off parts. */
export function mergeEntity({ id, facts }: Entity, parts: readonly ResourceFact[], absentKnown: boolean): Resource {
  const own = facts.length === 1 ? facts : facts.toSorted(byTrust);
  const best = own[0] ?? facts[0];
  const { attributes, evidence } = attributesOf(own, parts, absentKnown);
  const disagreements = disagreementsOf(own, parts);
  const resource = {
    id,
    resourceType: best.resourceType,
    kind: own.length === 1 ? knownKind(best) : own.map(knownKind).find((kind) => kind !== undefined),
    name: best.name,
    partition: firstTold(own, 'partition'),
    account: firstTold(own, 'account'),
    region: regionOf(own),
    arn: firstTold(own, 'arn'),
    tags: own.length === 1 ? best.tags : (Object.assign({}, ...own.toReversed().map(({ tags }) => tags)) as Record<string, string>),
    stack: firstTold(own, 'stack'),
    module: firstTold(own, 'module'),
    sources: own.length === 1 && parts.length === 0 ? [best.source] : ([...own, ...parts].map(({ source }) => source) as [Source, ...Source[]]),
    evidence,
    attributes,
  };
  return (disagreements === undefined ? resource : { ...resource, disagreements }) as unknown as Resource;
}

const knownKind = ({ kind }: ResourceFact): string | undefined => (kind !== undefined && Object.hasOwn(kinds, kind) ? kind : undefined);

function firstTold<K extends keyof ResourceFact>(own: readonly ResourceFact[], key: K): ResourceFact[K] | undefined {
  for (const fact of own) if (fact[key] !== undefined) return fact[key];
  return undefined;
}

type Attributes = Record<string, unknown>;
type Evidence = Record<string, Source>;

/** What the most trusted source says of each attribute, and which source that is. */
function attributesOf(own: readonly ResourceFact[], parts: readonly ResourceFact[], absentKnown: boolean): { readonly attributes: Attributes; readonly evidence: Evidence } {
  const attributes: Attributes = {};
  const evidence: Evidence = {};
  for (const fact of own) tellMissing(fact.attributes, fact.source, { attributes, evidence });
  for (const { attributes: told, source } of parts) {
    for (const name of Object.keys(told)) {
      const value = told[name];
      if (isRunning(evidence[name]) && !isRunning(source)) continue;
      const before = Array.isArray(value) && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      if (before === undefined) {
        delete attributes[name];
        delete evidence[name];
      }
      attributes[name] = before === undefined ? value : joined(before, value);
      evidence[name] ??= source;
    }
  }
  if (absentKnown && own.some(({ absent }) => absent !== undefined)) {
    const present = new Set(parts.map(({ resourceType }) => resourceType));
    for (const { absent = {}, source } of own) for (const [type, told] of Object.entries(absent)) if (!present.has(type)) tellMissing(told, source, { attributes, evidence });
  }
  return { attributes, evidence };
}

function tellMissing(told: Readonly<Attributes>, source: Source, { attributes, evidence }: { readonly attributes: Attributes; readonly evidence: Evidence }): void {
  for (const name of Object.keys(told)) {
    if (Object.hasOwn(attributes, name)) continue;
    attributes[name] = told[name];
    evidence[name] = source;
  }
}

/** What runs is not what a part in a template makes of it. */
const isRunning = (source: Source | undefined): boolean => source !== undefined && standingOf(source) === 'live';

/** Attributes that sources of different standing tell differently; those that a split-off part may have changed are left out. */
function disagreementsOf(own: readonly ResourceFact[], parts: readonly ResourceFact[]): Resource['disagreements'] {
  if (own.length < 2) return undefined;
  const ofParts = new Set(parts.flatMap((part) => Object.keys(part.attributes)));
  const found: Record<string, Told[]> = {};
  for (const name of new Set(own.flatMap(({ attributes }) => Object.keys(attributes)))) {
    if (ofParts.has(name)) continue;
    const told = own.flatMap(({ attributes, source }) => (Object.hasOwn(attributes, name) ? [{ value: attributes[name], source, key: comparable(attributes[name]) }] : [])).filter(({ key }) => !key.includes('⟦'));
    const kinds = new Map(told.map((each) => [`${standingOf(each.source)} ${each.key}`, each]));
    if (new Set(told.map(({ key }) => key)).size > 1 && new Set(told.map(({ source }) => standingOf(source))).size > 1) found[name] = [...kinds.values()].map(({ value, source }) => ({ value, source }));
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

/** Lists whose order means nothing compare as sets, members that are not told as absent. */
function comparable(value: unknown): string {
  return Array.isArray(value) ? canonicalJson([...new Set(value.map((element) => canonicalJson(element)))].sort(compareText)) : canonicalJson(value);
}

/** Region that the most trusted source tells; undefined where it tells two, as of a bucket that a template declares for both under one name. */
function regionOf(own: readonly ResourceFact[]): string | undefined {
  if (own.length === 1) return own[0]?.region;
  const [best, ...others] = own.filter(({ region }) => region !== undefined);
  return others.some(({ region, source }) => source.scanner === best?.source.scanner && region !== best.region) ? undefined : best?.region;
}

/** Lists join, each element once, in canonical order; anything else is replaced. */
function joined(before: unknown, after: unknown): unknown {
  if (!Array.isArray(before) || !Array.isArray(after)) return after;
  const unique = new Map([...before, ...after].map((element) => [canonicalJson(element), element as unknown]));
  return [...unique].sort(([a], [b]) => compareText(a, b)).map(([, element]) => element);
}

/** What runs is trusted more than what was planned, and that more than what a template says. */
const trust: readonly Standing[] = ['live', 'state', 'plan', 'template', 'code'];
/** Of what runs, the service's own answer before an inventory's, and of templates, the one with resolved modules before another. */
const finer = ['describe', 'config', 'terraform-hcl', 'cloudformation'];

export function byTrust(a: ResourceFact, b: ResourceFact): number {
  const rank = ({ source }: ResourceFact): number => trust.indexOf(standingOf(source)) * 10 + ((finer.indexOf(source.scanner) + finer.length + 1) % (finer.length + 1));
  return rank(a) - rank(b);
}
