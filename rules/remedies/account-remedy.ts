import { isInScope } from '../subjects.ts';
import type { Context } from '../rule.ts';
import type { MakeRemedy, Remedy } from '../remedy.ts';

export type MakeAccountRemedy = (account: string | undefined, context: Pick<Context, 'intent' | 'graph' | 'options'>) => Remedy | undefined;

/** For gaps of whole accounts: one remedy for each account, made for the first of its resources. */
export function firstOfAccount(make: MakeAccountRemedy): MakeRemedy {
  return (resource, context) => {
    for (const other of context.graph.estate.resources.values()) {
      if (other.account === resource.account && isInScope(other, context.intent)) return other.id === resource.id ? make(resource.account, context) : undefined;
    }
    return undefined;
  };
}
