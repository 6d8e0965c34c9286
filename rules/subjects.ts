import { moduleType } from '../graph/code/join-code.ts';
import { perView } from '../graph/per-view.ts';
import type { EstateView } from '../graph/view.ts';
import type { Intent } from '../model/intent.ts';
import type { Kind, Trait } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Resource } from '../model/resource.ts';
import type { Rule } from './rule.ts';

/** Resources that a rule judges: those of its kinds or trait that run at home or whose region nobody told. */
export function subjectsOf({ on }: Rule, view: EstateView, intent: Intent): readonly Resource[] {
  if (on === 'code' || on === 'estate') return [];
  if (on === 'resource') return remembered(view, intent);
  if (typeof on === 'object' && 'trait' in on) return remembered(view, intent, on.trait);
  return (typeof on === 'string' ? [on] : on).flatMap((kind) => view.ofKind(kind)).filter((resource) => isInScope(resource, intent));
}

/** Lists that many rules ask for, by the home that they are about. */
const lists = perView(() => new Map<string, readonly Resource[]>());

function remembered(view: EstateView, { home }: Intent, trait?: Trait): readonly Resource[] {
  const known = lists(view);
  const key = `${trait ?? '*'} ${home.join(' ')}`;
  const has = ({ kind }: Resource): boolean => trait === undefined || (kind !== undefined && (kinds[kind] as Kind).traits.includes(trait));
  // Code is in the estate for what it calls; no region offers or lacks it.
  const found = known.get(key) ?? [...view.estate.resources.values()].filter((resource) => resource.resourceType !== moduleType && has(resource) && isInScope(resource, { home }));
  known.set(key, found);
  return found;
}

export function isInScope({ region }: Resource, { home }: Pick<Intent, 'home'>): boolean {
  return region === undefined || region === 'global' || home.includes(region);
}
