import { backupCopies } from '../../graph/queries/backup-copies.ts';
import type { Resource } from '../../model/resource.ts';
import type { Context } from '../rule.ts';
import { ready, unknown, type Verdict } from '../verdict.ts';

/** For backup & restore a copied recovery point is enough. Undefined for other strategies, and where no plan copies the store. */
export function copiedByBackup(store: Resource, { intent, graph }: Context): Verdict | undefined {
  if (intent.strategy !== 'backup-restore') return undefined;
  const { sure, possible } = backupCopies(graph, store, intent.target);
  const [plan] = sure;
  if (plan !== undefined) return ready(`Backup plan ${plan.name} copies ${store.name} to ${intent.target}.`);
  const [maybe] = possible;
  return maybe === undefined
    ? undefined
    : unknown(`Backup plan ${maybe.name} copies ${store.name} to a vault whose region nobody told us; it may or may not be ${intent.target}.`);
}
