import type { Resource } from '../../model/resource.ts';
import type { Context } from '../rule.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';
import { copiedByBackup } from './backup-copies.ts';
import { globalMembers, strayMember } from '../../graph/queries/global-members.ts';
import { otherRegions } from './list.ts';
import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';

/**
 * Whether a store that can span regions has a member or replica in the target. `what` names the spanning thing: a global database,
 * a Multi-Region cluster. For backup & restore a copied backup is enough.
 */
export function spansTo(store: Resource, context: Context, what: string): Verdict {
  const { name } = store;
  const { graph, intent: { target } } = context;
  const members = globalMembers(graph, store);
  const places = [...(members ?? []), ...replicasOf(graph, store)];
  if (regionsOf(places).includes(target)) return ready();
  const backed = copiedByBackup(store, context);
  if (backed !== undefined) return backed;
  const untold = places.find(({ region }) => region === undefined);
  if (untold !== undefined) return unknown(`${name} is replicated to ${untold.name}, whose region nobody told us; it may or may not be ${target}.`);
  if (members === undefined) return gap(`${name} belongs to no ${what}, so ${target} has no copy of it.`);
  const stray = strayMember(graph, store, target);
  if (stray !== undefined) return unknown(`${target} has ${stray.name}, a member of a ${what} that nobody named; it may or may not be that of ${name}.`, { ask: `The ${what} that ${stray.name} joins: the parameters of its template, or a scan of ${target}.` });
  const others = otherRegions(regionsOf(places).filter((region) => region !== store.region));
  return gap(`The ${what} of ${name} has members in ${others}, none in ${target}.`);
}
