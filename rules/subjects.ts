import { moduleType } from '../graph/code/join-code.ts';
import type { EstateView } from '../graph/view.ts';
import type { Intent } from '../model/intent.ts';
import type { Kind } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Resource } from '../model/resource.ts';
import type { Rule } from './rule.ts';

/** Resources that a rule judges: those of its kinds or trait that run at home or whose region nobody told. */
export function subjectsOf({ on }: Rule, view: EstateView, intent: Intent): Resource[] {
  return candidates(on, view).filter((resource) => isInScope(resource, intent));
}

function candidates(on: Rule['on'], view: EstateView): readonly Resource[] {
  if (on === 'code' || on === 'estate') return [];
  const all = [...view.estate.resources.values()];
  // Code is in the estate for what it calls; no region offers or lacks it.
  if (on === 'resource') return all.filter(({ resourceType }) => resourceType !== moduleType);
  if (typeof on === 'object' && 'trait' in on) {
    return all.filter(({ kind }) => kind !== undefined && (kinds[kind] as Kind).traits.includes(on.trait));
  }
  return (typeof on === 'string' ? [on] : on).flatMap((kind) => view.ofKind(kind));
}

export function isInScope({ region }: Resource, { home }: Pick<Intent, 'home'>): boolean {
  return region === undefined || region === 'global' || home.includes(region);
}
