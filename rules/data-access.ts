import { regionsOf } from '../graph/queries/copies.ts';
import { storeUses, type StoreUse } from '../graph/queries/data-access.ts';
import type { Services } from '../graph/queries/services.ts';
import type { EstateView } from '../graph/view.ts';
import type { AccessPattern, DataAccess } from '../model/data-access.ts';
import { isKind } from '../model/resource.ts';
import type { Intent } from '../model/intent.ts';
import { tagged } from '../model/tag-table.ts';
import { recoveries } from './recovery/kinds/index.ts';
import type { Way } from './recovery/recovery.ts';
import { placedUsers } from './support/placed-users.ts';

/** How each service uses each store of home, and whether that fits the consistency that the service declares. */
export function dataAccess(view: EstateView, services: Pick<Services, 'of'>, { home, services: declared }: Pick<Intent, 'home' | 'services'>): DataAccess[] {
  const placed = placedUsers(view, services);
  return storeUses(view, services, home).map((use) => {
    const { store, service, readers, writers } = use;
    const copies = regionsOf(use.copies).filter((region) => region !== store.region);
    const way = copies.length === 0 ? undefined : wayOf(use);
    const multiWriter = copies.length === 0 ? undefined : way === undefined ? undefined : way.writers === 'both';
    const routed = placed.get(service);
    const pattern = patternOf(use, { copies, multiWriter, routed });
    const lags = way !== undefined && way.sync !== 'synchronous' && !isStrong(use);
    const conflicts = lags && multiWriter === true && (pattern === 'write-local');
    const exposure = [...(lags ? (['replication-lag'] as const) : []), ...(conflicts ? (['write-conflicts'] as const) : [])];
    const need = Object.hasOwn(declared, service) ? declared[service]?.consistency : undefined;
    const told = copies.length === 0 || way !== undefined;
    const verdict = need === undefined ? undefined : !told ? 'unknown' : need === 'strong' && exposure.length > 0 ? 'broken' : 'holds';
    return {
      store: store.id, title: store.name, service, pattern, readers: [...readers], writers: [...writers], copies, exposure: [...exposure],
      ...(multiWriter === undefined ? {} : { multiWriter }), ...(need === undefined ? {} : { need }), ...(verdict === undefined ? {} : { verdict }),
      why: whyOf(pattern, { copies, exposure, told, routed: isPartitioned(store) ? undefined : routed }),
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

const isPartitioned = ({ tags }: StoreUse['store']): boolean => partitioned.has(tagged({ tags }, 'mr:write-mode') ?? '');

/** Where several regions may write, and users are sent to one of them by where they are, each region writes what its own users do. */
function patternOf({ store, writers }: StoreUse, { copies, multiWriter, routed }: { readonly copies: readonly string[]; readonly multiWriter: boolean | undefined; readonly routed: string | undefined }): AccessPattern {
  if (copies.length === 0) return 'single-region';
  if (isPartitioned(store)) return 'write-partitioned';
  if (multiWriter !== true || writers.length < 2) return 'read-local-write-global';
  return routed === undefined ? 'write-local' : 'write-partitioned';
}

const patternWhy: Readonly<Record<AccessPattern, string>> = {
  'single-region': 'No other region holds a copy that could be used.',
  'read-local-write-global': 'Copies can be read where they are; one region writes.',
  'write-partitioned': 'Each region writes its own part, as the tag mr:write-mode says.',
  'write-local': 'Several regions write, each to its own copy.',
};

interface Reasons extends Pick<DataAccess, 'copies' | 'exposure'> {
  readonly told: boolean;
  /** The name whose routing says it, where no tag does. */
  readonly routed: string | undefined;
}

function whyOf(pattern: AccessPattern, { copies, exposure, told, routed }: Reasons): string {
  const parts = [pattern === 'write-partitioned' && routed !== undefined ? `Users of ${routed} are sent to a region by where they are, so that each region writes for its own users; who travels, or is sent elsewhere by a failover, writes to another.` : patternWhy[pattern]];
  if (!told) parts.push('How the copies are kept in step nobody told us.');
  if (exposure.includes('replication-lag')) parts.push(`Copies in ${copies.join(', ')} lag behind: what was just written may not be there yet.`);
  if (exposure.includes('write-conflicts')) parts.push('Two regions may write the same item; one of the writes is lost.');
  return parts.join(' ');
}
