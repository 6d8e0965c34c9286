import { copiesOf, type Copy } from '../../graph/queries/copies.ts';
import { backupCopies } from '../../graph/queries/backup-copies.ts';
import type { DataRisk } from '../../graph/queries/data-risk.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import type { StoreLoss } from '../../model/simulation.ts';
import { recoveries } from '../recovery/kinds/index.ts';
import type { Recovery, Way } from '../recovery/recovery.ts';

/** A store that is lost, and the way in which its data is still somewhere. */
export interface LostStore {
  readonly resource: Resource;
  readonly recovery: Recovery | undefined;
  /** Undefined where no copy is known. */
  readonly way: Way | undefined;
  readonly copies: readonly Copy[];
  readonly state: DataRisk['state'];
}

export interface Surviving {
  readonly isLost: (resource: Resource) => boolean;
  /** Regions that are lost as a whole. */
  readonly regions: ReadonlySet<string>;
  readonly target: string | undefined;
}

const bases = ['replication', 'membership', 'backup'] as const;

/** How the data of a lost store survives: by the best of its copies that are not lost themselves. */
export function lostStore(view: EstateView, resource: Resource, { isLost, regions, target }: Surviving): LostStore {
  const recovery = recoveries.get(resource.kind ?? '');
  const here = resource.region;
  const copies = copiesOf(view, resource).filter((copy) => (copy.resource === undefined ? copy.region === undefined || !regions.has(copy.region) : !isLost(copy.resource)));
  const backed = target === undefined || regions.has(target) || target === here ? { sure: [], possible: [] } : backupCopies(view, resource, target);
  const found = bases.find((basis) => copies.some((copy) => copy.basis === basis && copy.region !== undefined)) ?? (backed.sure.length > 0 ? 'backup' : undefined);
  const possibly = copies.length > 0 || backed.possible.length > 0;
  const copied = [...copies, ...(backed.sure.length > 0 && target !== undefined ? [{ name: `recovery points of ${resource.name}`, region: target, basis: 'backup' as const }] : [])];
  return { resource, recovery, way: found === undefined ? undefined : recovery?.ways[found], copies: copied, state: found !== undefined ? 'copied' : possibly || !isCopyTold(resource) ? 'unknown' : 'lost' };
}

/** Whether some source told of the store's copies, be it that there are none; kinds that cannot be copied need nobody to tell. */
function isCopyTold(resource: Resource): boolean {
  const ways = recoveries.get(resource.kind ?? '')?.ways;
  if (ways !== undefined && Object.keys(ways).length === 0) return true;
  return Object.keys(resource.attributes).length > 0;
}

export function storeLoss({ resource: { id, name }, way, copies, state }: LostStore, service: string): StoreLoss {
  const named = copies.map((copy) => `${copy.name}${copy.region === undefined ? '' : ` in ${copy.region}`}`);
  const base = { id, title: name, service, state, copies: named };
  if (state === 'lost') return { ...base, seconds: null, why: 'Looked, and there is no copy: everything in it is lost, or cannot be reached until what is lost is back.' };
  if (state === 'unknown') return { ...base, why: named.length > 0 ? 'There may be a copy; nobody told us where it is.' : 'Nobody told us of copies, nor that there are none.' };
  if (way === undefined) return { ...base, why: 'There is a copy; how far behind it is, nobody told us.' };
  return { ...base, way: way.title, seconds: way.rpo.seconds, basis: way.rpo.basis, why: way.rpo.why };
}
