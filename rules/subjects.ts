import { moduleType } from '../graph/code/join-code.ts';
import { perView } from '../graph/per-view.ts';
import type { EstateView } from '../graph/view.ts';
import type { Intent } from '../model/intent.ts';
import type { Kind } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import type { KindId, Resource } from '../model/resource.ts';
import type { Rule } from './rule.ts';

/** Resources that a rule judges. */
export interface Subjects {
  readonly resources: readonly Resource[];
  /** Ordinal of each in the view's adjacency. */
  readonly places: readonly number[];
}

interface Growing {
  readonly resources: Resource[];
  readonly places: number[];
}

/** What runs at home, by what rules may be on. */
interface AtHome {
  /** Code among them. */
  readonly everything: Resource[];
  readonly byAccount: Map<string, Resource[]>;
  readonly all: Growing;
  readonly byKind: Map<KindId, Growing>;
  readonly byType: Map<string, Growing>;
}

const nothing: Subjects = { resources: [], places: [] };

/** What rules ask for, by the home that they are about. */
const homes = perView(() => new Map<string, { readonly atHome: AtHome; readonly lists: Map<string, Subjects> }>());

/** Resources that a rule judges: those of its kinds, types or trait that run at home or whose region nobody told. */
export function subjectsOf(rule: Pick<Rule, 'on' | 'types'>, view: EstateView, intent: Pick<Intent, 'home'>): Subjects {
  if (rule.on === 'code' || rule.on === 'estate') return nothing;
  const { atHome, lists } = home(view, intent);
  const key = JSON.stringify([rule.on, rule.types]);
  const found = lists.get(key) ?? listed(rule, atHome);
  lists.set(key, found);
  return found;
}

function home(view: EstateView, intent: Pick<Intent, 'home'>): { readonly atHome: AtHome; readonly lists: Map<string, Subjects> } {
  const known = homes(view);
  const key = intent.home.join(' ');
  const found = known.get(key) ?? { atHome: lookThrough(view, intent), lists: new Map<string, Subjects>() };
  known.set(key, found);
  return found;
}

function listed({ on, types }: Pick<Rule, 'on' | 'types'>, { all, byKind, byType }: AtHome): Subjects {
  if (types !== undefined) return joined(types.flatMap((type) => byType.get(type) ?? []));
  if (on === 'resource') return all;
  if (typeof on === 'string') return byKind.get(on as KindId) ?? nothing;
  if ('trait' in on) return joined([...byKind].flatMap(([kind, own]) => ((kinds[kind] as Kind).traits.includes(on.trait) ? [own] : [])));
  return joined(on.flatMap((kind) => byKind.get(kind) ?? []));
}

function joined(lists: readonly Growing[]): Subjects {
  return lists.length === 1 ? (lists[0] as Growing) : { resources: lists.flatMap(({ resources }) => resources), places: lists.flatMap(({ places }) => places) };
}

/** One walk over the estate serves every rule: the ordinal of a resource is its place in the order of the estate. */
function lookThrough(view: EstateView, intent: Pick<Intent, 'home'>): AtHome {
  const atHome: AtHome = { everything: [], byAccount: new Map(), all: empty(), byKind: new Map(), byType: new Map() };
  let place = -1;
  for (const resource of view.estate.resources.values()) {
    place++;
    if (!isInScope(resource, intent)) continue;
    const { kind, resourceType, account = '' } = resource;
    atHome.everything.push(resource);
    const inAccount = atHome.byAccount.get(account);
    if (inAccount === undefined) atHome.byAccount.set(account, [resource]);
    else inAccount.push(resource);
    add(listAt(atHome.byType, resourceType), resource, place);
    if (kind !== undefined) add(listAt(atHome.byKind, kind), resource, place);
    // Code is in the estate for what it calls; no region offers or lacks it.
    if (resourceType !== moduleType) add(atHome.all, resource, place);
  }
  return atHome;
}

const empty = (): Growing => ({ resources: [], places: [] });

function listAt<K>(lists: Map<K, Growing>, key: K): Growing {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made = empty();
  lists.set(key, made);
  return made;
}

function add({ resources, places }: Growing, resource: Resource, place: number): void {
  resources.push(resource);
  places.push(place);
}

export function isInScope({ region }: Resource, { home }: Pick<Intent, 'home'>): boolean {
  return region === undefined || region === 'global' || home.includes(region);
}

/** Resources at home by their type, code among them. */
export const homeByType = (view: EstateView, intent: Pick<Intent, 'home'>): ReadonlyMap<string, Subjects> => home(view, intent).atHome.byType;

/** Resources at home, code among them. */
export const resourcesAtHome = (view: EstateView, intent: Pick<Intent, 'home'>): readonly Resource[] => home(view, intent).atHome.everything;

/** The same by account; '' for those whose account nobody told. */
export const homeByAccount = (view: EstateView, intent: Pick<Intent, 'home'>): ReadonlyMap<string, readonly Resource[]> => home(view, intent).atHome.byAccount;
