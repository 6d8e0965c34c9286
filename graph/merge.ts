import type { ResourceFact } from '../model/fact.ts';
import { canonicalJson, compareText } from '../model/json.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Resource, Told } from '../model/resource.ts';
import { standingOf, type Source, type Standing } from '../model/source.ts';
import type { Entity } from './entities.ts';

/** A resource from its own facts and the facts of its split-off parts. */
export function mergeEntity({ id, facts }: Entity, parts: readonly ResourceFact[], absentKnown: boolean): Resource {
  const attributes: Record<string, unknown> = {};
  const evidence: Record<string, Source> = {};
  const tell = (name: string, value: unknown, source: Source): void => {
    attributes[name] = Object.hasOwn(attributes, name) ? joined(attributes[name], value) : value;
    evidence[name] ??= source;
  };
  const own = facts.toSorted(byTrust);
  for (const fact of own) {
    for (const [name, value] of Object.entries(fact.attributes)) if (!Object.hasOwn(attributes, name)) tell(name, value, fact.source);
  }
  for (const part of parts) {
    for (const [name, value] of Object.entries(part.attributes)) {
      if (isRunning(evidence[name]) && !isRunning(part.source)) continue;
      if (!Array.isArray(value)) delete attributes[name];
      if (!Array.isArray(value)) delete evidence[name];
      tell(name, value, part.source);
    }
  }
  if (absentKnown) {
    const present = new Set(parts.map(({ resourceType }) => resourceType));
    for (const fact of own) {
      for (const [type, absent] of Object.entries(fact.absent ?? {})) {
        if (present.has(type)) continue;
        for (const [name, value] of Object.entries(absent)) if (!Object.hasOwn(attributes, name)) tell(name, value, fact.source);
      }
    }
  }
  const first = <K extends keyof ResourceFact>(key: K): ResourceFact[K] | undefined => own.find((fact) => fact[key] !== undefined)?.[key];
  return {
    id,
    resourceType: (own[0] ?? facts[0]).resourceType,
    kind: own.map((fact) => fact.kind).find((kind) => kind !== undefined && Object.hasOwn(kinds, kind)),
    name: (own[0] ?? facts[0]).name,
    partition: first('partition'),
    account: first('account'),
    region: regionOf(own),
    arn: first('arn'),
    tags: Object.assign({}, ...own.toReversed().map(({ tags }) => tags)) as Record<string, string>,
    stack: first('stack'),
    module: first('module'),
    sources: [...own, ...parts].map(({ source }) => source) as [Source, ...Source[]],
    evidence,
    attributes,
    ...disagreementsOf(own, new Set(parts.flatMap((part) => Object.keys(part.attributes)))),
  } as Resource;
}

/** What runs is not what a part in a template makes of it. */
const isRunning = (source: Source | undefined): boolean => source !== undefined && standingOf(source) === 'live';

/** Attributes that sources of different standing tell differently; those that a split-off part may have changed are left out. */
function disagreementsOf(own: readonly ResourceFact[], ofParts: ReadonlySet<string>): Pick<Resource, 'disagreements'> {
  if (own.length < 2) return {};
  const found: Record<string, Told[]> = {};
  for (const name of new Set(own.flatMap(({ attributes }) => Object.keys(attributes)))) {
    if (ofParts.has(name)) continue;
    const told = own.flatMap(({ attributes, source }) => (Object.hasOwn(attributes, name) ? [{ value: attributes[name], source, key: comparable(attributes[name]) }] : [])).filter(({ key }) => !key.includes('⟦'));
    const kinds = new Map(told.map((each) => [`${standingOf(each.source)} ${each.key}`, each]));
    if (new Set(told.map(({ key }) => key)).size > 1 && new Set(told.map(({ source }) => standingOf(source))).size > 1) found[name] = [...kinds.values()].map(({ value, source }) => ({ value, source }));
  }
  return Object.keys(found).length === 0 ? {} : { disagreements: found };
}

/** Lists whose order means nothing compare as sets, members that are not told as absent. */
function comparable(value: unknown): string {
  return Array.isArray(value) ? canonicalJson([...new Set(value.map((element) => canonicalJson(element)))].sort(compareText)) : canonicalJson(value);
}

/** Region that the most trusted source tells; undefined where it tells two, as of a bucket that a template declares for both under one name. */
function regionOf(own: readonly ResourceFact[]): string | undefined {
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
