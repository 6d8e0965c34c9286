import { moduleType } from '../graph/code/join-code.ts';
import { perView } from '../graph/per-view.ts';
import type { EstateView } from '../graph/view.ts';
import type { Intent } from '../model/intent.ts';
import type { Kind } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Resource } from '../model/resource.ts';
import type { Rule } from './rule.ts';

/** Resources that a rule judges. */
export interface Subjects {
  readonly resources: readonly Resource[];
  /** Ordinal of each in the view's adjacency. */
  readonly places: Uint32Array;
}

const nothing: Subjects = { resources: [], places: new Uint32Array() };

/** Lists that rules ask for, by what they are of and the home that they are about. */
const lists = perView(() => new Map<string, Subjects>());

/** Resources that a rule judges: those of its kinds or trait that run at home or whose region nobody told. */
export function subjectsOf({ on }: Rule, view: EstateView, { home }: Pick<Intent, 'home'>): Subjects {
  if (on === 'code' || on === 'estate') return nothing;
  const known = lists(view);
  const key = `${JSON.stringify(on)} ${home.join(' ')}`;
  const found = known.get(key) ?? placed(listed(on, view).filter((resource) => isInScope(resource, { home })), view);
  known.set(key, found);
  return found;
}

function listed(on: Exclude<Rule['on'], 'code' | 'estate'>, view: EstateView): readonly Resource[] {
  if (typeof on === 'string' && on !== 'resource') return view.ofKind(on);
  if (Array.isArray(on)) return on.flatMap((kind) => view.ofKind(kind));
  const trait = typeof on === 'object' && 'trait' in on ? on.trait : undefined;
  const has = ({ kind }: Resource): boolean => trait === undefined || (kind !== undefined && (kinds[kind] as Kind).traits.includes(trait));
  // Code is in the estate for what it calls; no region offers or lacks it.
  return [...view.estate.resources.values()].filter((resource) => resource.resourceType !== moduleType && has(resource));
}

function placed(resources: readonly Resource[], { adjacency: { ordinal } }: EstateView): Subjects {
  return { resources, places: Uint32Array.from(resources, ({ id }) => ordinal.get(id) ?? 0) };
}

export function isInScope({ region }: Resource, { home }: Pick<Intent, 'home'>): boolean {
  return region === undefined || region === 'global' || home.includes(region);
}
