import type { EstateView } from '../graph/view.ts';
import type { Intent } from '../model/intent.ts';
import type { Resource } from '../model/resource.ts';
import type { Guard } from './guards/guard.ts';
import { guards } from './guards/index.ts';
import { categoryOf, type Context, type Rule } from './rule.ts';
import { exempt, type Verdict } from './verdict.ts';

/** Why no rule of a family binds a resource, for the resource with the given ordinal in the view. */
export type Guarded = (resource: Resource, place: number) => Verdict | undefined;

/** Set in a resource's byte once its guards were asked; the bits below are those of the guards that gave a reason. */
const wasAsked = 1 << guards.length;

/**
 * What guards say does not depend on the rule: each resource is asked about once for each intent, and one byte keeps which guards gave a
 * reason, so that a hundred rules over a large estate cost a look each.
 */
const said = new WeakMap<EstateView, WeakMap<Intent, Uint8Array>>();

/** The guards that the rule inherits, as a question about one resource. */
export function guardedAgainst({ id, unguarded = [] }: Rule, around: Pick<Context, 'graph' | 'intent'>): Guarded {
  const category = categoryOf(id);
  const own = bitsOf((guard) => guard.categories.includes(category) && !unguarded.includes(guard.id as never));
  const bytes = bytesFor(around);
  return (resource, place) => {
    const reasons = bytes[place] || (bytes[place] = wasAsked | reasonsFor(resource, around));
    return (reasons & own) === 0 ? undefined : firstOf(reasons & own, resource, around);
  };
}

const reasonsFor = (resource: Resource, around: Pick<Context, 'graph' | 'intent'>): number => bitsOf((guard) => guard.reason(resource, around) !== undefined);

function firstOf(reasons: number, resource: Resource, around: Pick<Context, 'graph' | 'intent'>): Verdict {
  const first = guards[31 - Math.clz32(reasons & -reasons)] as Guard;
  return exempt(first.reason(resource, around) ?? '', { evidence: [{ what: 'guard', value: first.id }] });
}

function bitsOf(test: (guard: Guard) => boolean): number {
  let bits = 0;
  for (let place = 0; place < guards.length; place++) if (test(guards[place] as Guard)) bits |= 1 << place;
  return bits;
}

function bytesFor({ graph, intent }: Pick<Context, 'graph' | 'intent'>): Uint8Array {
  const byIntent = said.get(graph) ?? new WeakMap<Intent, Uint8Array>();
  said.set(graph, byIntent);
  const bytes = byIntent.get(intent) ?? new Uint8Array(graph.adjacency.ids.length);
  byIntent.set(intent, bytes);
  return bytes;
}
