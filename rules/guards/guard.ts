import type { EstateView } from '../../graph/view.ts';
import type { Intent } from '../../model/intent.ts';
import type { Resource } from '../../model/resource.ts';
import type { Category } from '../rule.ts';

/** A reason why a whole family of rules does not bind a resource. Rules inherit it by category and need not know it. */
export interface Guard<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly categories: readonly Category[];
  /** The reason in words, or undefined where the rule binds. */
  reason(resource: Resource, around: { readonly graph: EstateView; readonly intent: Intent }): string | undefined;
}

export const guard = <const Id extends string>(definition: Guard<Id>): Guard<Id> => definition;
