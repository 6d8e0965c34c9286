import type { Csr } from '../csr.ts';
import { needsOf } from '../needs.ts';
import type { EstateView } from '../view.ts';
import { picked } from './blast-radius.ts';
import { dataAtRisk, type DataRisk } from './data-risk.ts';
import { counterparts } from './peer.ts';
import { serviceIndex } from './service-index.ts';
import type { Services } from './services.ts';

/**
 * untouched: nothing of it is lost or needs what is lost · switches: everything lost has a counterpart elsewhere · impaired: a part of it
 * is gone or stops, another works on · down: nothing of it works.
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

const state = { untouched: 0, lost: 1, replaced: 2, stopped: 3, degraded: 4 } as const;

/** What is left when a region is lost, as the estate stands today. Lists are in canonical order. */
export function regionLoss(view: EstateView, services: Services, region: string): RegionLoss {
  const { ids } = view.adjacency;
  const { neededBy } = needsOf(view.adjacency);
  const states = new Uint8Array(ids.length);
  const gone: number[] = [];
  const kept: number[] = [];
  const unplaced: string[] = [];
  for (const [node, resource] of [...view.estate.resources.values()].entries()) {
    if (resource.region === undefined) unplaced.push(resource.id);
    if (resource.region !== region) continue;
    const replaced = counterparts(view, resource, (other) => other !== region && other !== 'global').length > 0;
    states[node] = replaced ? state.replaced : state.lost;
    (replaced ? kept : gone).push(node);
  }
  spread(neededBy, gone, { states, mark: state.stopped });
  spread(neededBy, kept, { states, mark: state.degraded });
  const of = (wanted: number): string[] => picked(ids, states.map((each) => (each === wanted ? 1 : 0)));
  const lost = of(state.lost);
  const replaced = of(state.replaced);
  return {
    region, lost, replaced, unplaced,
    stopped: of(state.stopped),
    degraded: of(state.degraded),
    data: dataAtRisk(view, new Set([...lost, ...replaced]), region),
    services: byService(view, services, states),
  };
}

/** Marks what needs the given resources, through others that are not lost themselves. */
function spread({ offsets, targets }: Csr, from: readonly number[], { states, mark }: { readonly states: Uint8Array; readonly mark: number }): void {
  const stack = [...from];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      const user = targets[at] ?? 0;
      if (states[user] !== state.untouched) continue;
      states[user] = mark;
      stack.push(user);
    }
  }
}

function byService(view: EstateView, services: Services, states: Uint8Array): ServiceAfterLoss[] {
  const { ids, of } = serviceIndex(view, services);
  const counts = new Uint32Array(ids.length * 5);
  for (const [node, each] of states.entries()) {
    const at = (of[node] ?? 0) * 5 + each;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return ids.map((service, index) => {
    const [untouched = 0, lost = 0, replaced = 0, stopped = 0, degraded = 0] = counts.subarray(index * 5, index * 5 + 5);
    return { service, state: outcome({ untouched, lost, replaced, stopped, degraded }), replaced, lost, stopped, degraded, untouched };
  });
}

function outcome({ untouched, lost, replaced, stopped, degraded }: Readonly<Record<keyof typeof state, number>>): ServiceLoss {
  if (lost + stopped === 0) return replaced + degraded === 0 ? 'untouched' : 'switches';
  return untouched + replaced + degraded === 0 ? 'down' : 'impaired';
}
