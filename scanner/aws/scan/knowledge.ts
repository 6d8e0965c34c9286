import { bedrockModelId, bedrockModelOf, type BedrockModel } from '../../../model/bedrock-model.ts';
import { engineInUse, type EngineInUse } from '../../../model/engine-in-use.ts';
import type { Fact, ResourceFact } from '../../../model/fact.ts';
import { isRefused } from '../sources/config/refused-types.ts';
import type { Note } from './note.ts';

/** What the scan knows so far, as far as it decides what is asked next. The order in which it learned does not matter. */
export interface Knowledge {
  learn(entry: { readonly fact: Fact } | { readonly note: Note }): void;
  /** Regions of an account, and whether each is enabled; undefined where nobody could tell. */
  regions(account: string): ReadonlyMap<string, boolean> | undefined;
  /** Whether AWS Config records the type at the place. */
  recorded(at: At, type: string): boolean;
  /** Whether AWS Config records anything at the place. */
  hasRecorder(at: At): boolean;
  /** Resources that AWS Config counts at the place, by type. */
  census(at: At): ReadonlyMap<string, number> | undefined;
  /** Every place that AWS Config has counted resources of. */
  counted(): readonly At[];
  /** Whether an inventory has told everything that it knows of the place. */
  explored(at: At): boolean;
  /** Whether the tags of everything at the place are told, so that what is not named has none. */
  tagged(at: At): boolean;
  /** Whether any inventory names a resource at the place. */
  inUse(at: At): boolean;
  /** Attributes that sources have told of a resource, `tags`, and the sources as `@config`; undefined where nobody knows the resource. */
  told(arn: string): ReadonlySet<string> | undefined;
  /** ARNs of a kind's resources that the inventories name at the place. */
  known(at: At, kind: string): readonly string[];
  /** How many resources the inventories name at the place. */
  named(at: At): number;
  /** Resource types of the whole estate. */
  types(): ReadonlySet<string>;
  /** Instance and node classes in use, with the engine where one is told: m7g.large, db.r6g.large of postgres. */
  classes(): readonly ClassInUse[];
  /** Engine versions in use, each once. */
  engines(): readonly EngineInUse[];
  /** Models of Bedrock that something names, each once. */
  models(): readonly BedrockModel[];
}

export interface At {
  readonly account: string;
  readonly region: string;
}

export interface ClassInUse {
  readonly kind: string;
  readonly name: string;
  readonly engine?: string;
}

const key = ({ account, region }: At): string => `${account}/${region}`;

export function knowledge(): Knowledge {
  const regions = new Map<string, Map<string, boolean>>();
  const recorders = new Map<string, { readonly except?: ReadonlySet<string>; readonly only?: ReadonlySet<string> }>();
  const census = new Map<string, Map<string, number>>();
  const explored = new Set<string>();
  const tagged = new Set<string>();
  const used = new Set<string>();
  const types = new Set<string>();
  const classes = new Map<string, ClassInUse>();
  const engines = new Map<string, EngineInUse>();
  const models = new Map<string, BedrockModel>();
  const told = new Map<string, ReadonlySet<string>>();
  const known = new Map<string, Set<string>>();
  const named = new Map<string, number>();
  // Resources of a kind are told the same few sets of attributes: each set is kept once.
  const sets = new Map<string, ReadonlySet<string>>();

  function learnResource(fact: ResourceFact): void {
    const { account, region, resourceType, kind, arn, attributes } = fact;
    types.add(resourceType);
    for (const { to } of fact.references) learnModel(to);
    const engine = engineInUse(kind, attributes);
    if (engine !== undefined) engines.set(engine.key, engine);
    for (const each of classesOf(fact)) classes.set(`${each.kind} ${each.name} ${each.engine ?? ''}`, each);
    if (account === undefined || region === undefined) return;
    const at = key({ account, region });
    used.add(at);
    if (arn === undefined) return;
    if (!told.has(arn)) named.set(at, (named.get(at) ?? 0) + 1);
    const names = [...(told.get(arn) ?? []), `@${fact.source.scanner}`, ...Object.keys(attributes), ...((fact.source.scanner === 'config' && !isRefused(resourceType)) || Object.keys(fact.tags).length > 0 ? ['tags'] : [])];
    const joined = [...new Set(names)].sort().join(' ');
    const set = sets.get(joined) ?? new Set(names);
    sets.set(joined, set);
    told.set(arn, set);
    if (kind === undefined) return;
    const ofKind = known.get(`${at} ${kind}`) ?? new Set();
    known.set(`${at} ${kind}`, ofKind.add(arn));
  }

  function learnModel(to: string): void {
    const model = to.includes(':bedrock:') ? bedrockModelOf(to) : undefined;
    if (model !== undefined) models.set(bedrockModelId(model), model);
  }

  function learnNote(note: Note): void {
    switch (note.note) {
      case 'region':
        regions.set(note.account, (regions.get(note.account) ?? new Map<string, boolean>()).set(note.region, note.enabled));
        break;
      case 'recorder':
        recorders.set(key(note), { ...(note.except === undefined ? {} : { except: new Set(note.except) }), ...(note.only === undefined ? {} : { only: new Set(note.only) }) });
        break;
      case 'census': {
        const counts = census.get(key(note)) ?? new Map<string, number>();
        census.set(key(note), counts.set(note.resourceType, note.count));
        if (note.count > 0) {
          used.add(key(note));
          types.add(note.resourceType);
        }
        break;
      }
      case 'explored':
        explored.add(key(note));
        break;
      case 'tagged':
        tagged.add(key(note));
    }
  }

  return {
    learn(entry) {
      if ('note' in entry) learnNote(entry.note);
      else if (entry.fact.type === 'resource') learnResource(entry.fact);
      else if (entry.fact.type === 'reference') learnModel(entry.fact.to);
    },
    regions: (account) => regions.get(account),
    recorded(at, type) {
      const recorder = recorders.get(key(at));
      if (recorder === undefined) return false;
      return recorder.only === undefined ? recorder.except?.has(type) !== true : recorder.only.has(type);
    },
    hasRecorder: (at) => recorders.has(key(at)),
    census: (at) => census.get(key(at)),
    counted: () => [...census.keys()].map((place) => ({ account: place.slice(0, place.indexOf('/')), region: place.slice(place.indexOf('/') + 1) })),
    explored: (at) => explored.has(key(at)),
    tagged: (at) => tagged.has(key(at)),
    inUse: (at) => used.has(key(at)),
    told: (arn) => told.get(arn),
    known: (at, kind) => [...(known.get(`${key(at)} ${kind}`) ?? [])],
    named: (at) => named.get(key(at)) ?? 0,
    types: () => types,
    classes: () => [...classes.values()],
    engines: () => [...engines.values()],
    models: () => [...models.values()],
  };
}

function classesOf({ kind, attributes }: ResourceFact): ClassInUse[] {
  const names = attributes['instanceClasses'];
  const engine = attributes['engine'];
  if (kind === undefined || !Array.isArray(names)) return [];
  return names.filter((name): name is string => typeof name === 'string').map((name) => ({ kind, name, ...(typeof engine === 'string' ? { engine } : {}) }));
}
