import type { Kind, Trait } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Resource } from '../../model/resource.ts';
import type { EstateView } from '../view.ts';
import { picked } from './blast-radius.ts';
import { dataAtRisk, type DataRisk } from './data-risk.ts';
import { fates, fatesOf, type Fate } from './fates.ts';
import { serviceIndex } from './service-index.ts';
import type { Services } from './services.ts';

/**
 * untouched: nothing of it is lost or needs what is lost · switches: everything lost has a counterpart elsewhere · impaired: a part of it
 * is gone or stops, another works on · down: nothing is left of it but what does no work alone, such as roles.
 */
export type ServiceLoss = 'untouched' | 'switches' | 'impaired' | 'down';

export interface ServiceAfterLoss {
  readonly service: string;
  readonly state: ServiceLoss;
  /** Resources by what becomes of them. */
  readonly replaced: number;
  readonly lost: number;
  readonly stopped: number;
  readonly degraded: number;
  readonly untouched: number;
}

export interface RegionLoss {
  readonly region: string;
  /** Resources in the region without a counterpart elsewhere. */
  readonly lost: readonly string[];
  /** Resources in the region that have one. Whether it can take the load is for the rules to say. */
  readonly replaced: readonly string[];
  /** Resources elsewhere that need something lost. */
  readonly stopped: readonly string[];
  /** Resources elsewhere that need something replaced, and so must be pointed to the counterpart. */
  readonly degraded: readonly string[];
  /** Resources whose region nobody told: they may be lost too. */
  readonly unplaced: readonly string[];
  readonly data: readonly DataRisk[];
  /** In canonical order. */
  readonly services: readonly ServiceAfterLoss[];
}

/** What is left when a region is lost, as the estate stands today. Lists are in canonical order. */
export function regionLoss(view: EstateView, services: Services, region: string): RegionLoss {
  const states = fatesOf(view, { isLost: (resource) => resource.region === region, mayStandIn: (other) => other !== region && other !== 'global' });
  const of = (wanted: Fate): string[] => picked(view.adjacency.ids, states.map((each) => (each === fates.indexOf(wanted) ? 1 : 0)));
  const lost = of('lost');
  const replaced = of('replaced');
  return {
    region, lost, replaced,
    unplaced: [...view.estate.resources.values()].filter((resource) => resource.region === undefined).map(({ id }) => id),
    stopped: of('stopped'),
    degraded: of('degraded'),
    data: dataAtRisk(view, new Set([...lost, ...replaced]), region),
    services: byService(view, services, states),
  };
}

/** How many resources of each service have which fate. */
export function byService(view: EstateView, services: Services, states: Uint8Array): ServiceAfterLoss[] {
  const { ids, of } = serviceIndex(view, services);
  const counts = new Uint32Array(ids.length * 5);
  const worksOn = new Uint8Array(ids.length);
  let node = 0;
  for (const resource of view.estate.resources.values()) {
    const [service, fate] = [of[node] ?? 0, states[node] ?? 0];
    const at = service * 5 + fate;
    counts[at] = (counts[at] ?? 0) + 1;
    if (worksOn[service] === 0 && !ends.has(fate) && worksAlone(resource)) worksOn[service] = 1;
    node += 1;
  }
  return ids.map((service, index) => {
    const [untouched = 0, lost = 0, replaced = 0, stopped = 0, degraded = 0] = counts.subarray(index * 5, index * 5 + 5);
    const state = lost + stopped > 0 ? (worksOn[index] === 1 ? 'impaired' : 'down') : replaced + degraded > 0 ? 'switches' : 'untouched';
    return { service, state, replaced, lost, stopped, degraded, untouched };
  });
}

const ends: ReadonlySet<number> = new Set([fates.indexOf('lost'), fates.indexOf('stopped')]);

const working: ReadonlySet<Trait> = new Set(['compute', 'data-store', 'messaging', 'edge']);

/** Roles, keys, certificates, alarms and networks serve others. Of a type that nobody described, that is not known. */
function worksAlone({ kind, resourceType }: Resource): boolean {
  if (kind === undefined) return !resourceType.startsWith('AWS::IAM::');
  return (kinds[kind] as Kind).traits.some((trait) => working.has(trait));
}
