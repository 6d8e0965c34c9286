import { regionsOf } from '../graph/queries/copies.ts';
import { storeUses, type StoreUse } from '../graph/queries/data-access.ts';
import type { Services } from '../graph/queries/services.ts';
import type { EstateView } from '../graph/view.ts';
import type { AccessPattern, DataAccess } from '../model/data-access.ts';
import { isKind } from '../model/resource.ts';
import type { Intent } from '../model/intent.ts';
import { recoveries } from './recovery/kinds/index.ts';
import type { Way } from './recovery/recovery.ts';

/** How each service uses each store of home, and whether that fits the consistency that the service declares. */
export function dataAccess(view: EstateView, services: Pick<Services, 'of'>, { home, services: declared }: Pick<Intent, 'home' | 'services'>): DataAccess[] {
  return storeUses(view, services, home).map((use) => {
    const { store, service, readers, writers } = use;
    const copies = regionsOf(use.copies).filter((region) => region !== store.region);
    const way = copies.length === 0 ? undefined : wayOf(use);
    const multiWriter = copies.length === 0 ? undefined : way === undefined ? undefined : way.writers === 'both';
    const pattern = patternOf(use, copies, multiWriter);
    const lags = way !== undefined && way.sync !== 'synchronous' && !isStrong(use);
    const conflicts = lags && multiWriter === true && (pattern === 'write-local');
    const exposure = [...(lags ? (['replication-lag'] as const) : []), ...(conflicts ? (['write-conflicts'] as const) : [])];
    const need = Object.hasOwn(declared, service) ? declared[service]?.consistency : undefined;
    const told = copies.length === 0 || way !== undefined;
    const verdict = need === undefined ? undefined : !told ? 'unknown' : need === 'strong' && exposure.length > 0 ? 'broken' : 'holds';
    return {
      store: store.id, title: store.name, service, pattern, readers: [...readers], writers: [...writers], copies, exposure: [...exposure],
      ...(multiWriter === undefined ? {} : { multiWriter }), ...(need === undefined ? {} : { need }), ...(verdict === undefined ? {} : { verdict }),
      why: whyOf(pattern, { copies, exposure, told }),
    };
  });
}

function wayOf({ store, copies }: StoreUse): Way | undefined {
  const ways = recoveries.get(store.kind ?? '')?.ways;
  return copies.some(({ basis }) => basis === 'replication') ? (ways?.replication ?? ways?.membership) : ways?.membership;
}

/** A global table may be strongly consistent; that is a setting of the table and not of its kind. */
const isStrong = ({ store }: StoreUse): boolean => isKind(store, 'dynamodb-table') && store.attributes.multiRegionConsistency === 'STRONG';

/** Values of the tag mr:write-mode that say that each region writes its own part. */
const partitioned = new Set(['home-by-key', 'partitioned', 'home-region']);

function patternOf({ store, writers }: StoreUse, copies: readonly string[], multiWriter: boolean | undefined): AccessPattern {
  if (copies.length === 0) return 'single-region';
  if (partitioned.has(store.tags['mr:write-mode'] ?? '')) return 'write-partitioned';
  return multiWriter === true && writers.length > 1 ? 'write-local' : 'read-local-write-global';
}

const patternWhy: Readonly<Record<AccessPattern, string>> = {
  'single-region': 'No other region holds a copy that could be used.',
  'read-local-write-global': 'Copies can be read where they are; one region writes.',
  'write-partitioned': 'Each region writes its own part, as the tag mr:write-mode says.',
  'write-local': 'Several regions write, each to its own copy.',
};

function whyOf(pattern: AccessPattern, { copies, exposure, told }: { readonly copies: readonly string[]; readonly exposure: DataAccess['exposure']; readonly told: boolean }): string {
  const parts = [patternWhy[pattern]];
  if (!told) parts.push('How the copies are kept in step nobody told us.');
  if (exposure.includes('replication-lag')) parts.push(`Copies in ${copies.join(', ')} lag behind: what was just written may not be there yet.`);
  if (exposure.includes('write-conflicts')) parts.push('Two regions may write the same item; one of the writes is lost.');
  return parts.join(' ');
}
