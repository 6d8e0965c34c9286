import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { standingOf } from '../../model/source.ts';
import { perView } from '../per-view.ts';
import type { EstateView } from '../view.ts';
import type { Services } from './services.ts';

/**
 * managed: runs, and a template, plan or state has it · unmanaged: runs, and nothing declares it · undeployed: declared, and an inventory of
 * its account and region did not find it · unseen: declared, and nobody looked.
 */
export const managements = ['managed', 'unmanaged', 'undeployed', 'unseen'] as const;
export type Management = (typeof managements)[number];

export interface IacCoverage {
  readonly service: string;
  readonly counts: Readonly<Record<Management, number>>;
  /** Resources that run, from 0 to 1, that something declares; undefined where none was seen to run. */
  readonly share: number | undefined;
}

/** How each resource is managed. */
export function management(view: EstateView): (resource: Resource) => Management {
  const looked = lookedFor(view);
  return (resource) => managementOf(resource, looked);
}

/** Types and regions of which an inventory found any. */
const lookedFor = perView((view) => {
  const found = new Set<string>();
  for (const resource of view.estate.resources.values()) if (isLive(resource)) found.add(typeInRegion(resource));
  return found;
});

/** What runs without anything declaring it. */
export function unmanaged(view: EstateView): readonly Resource[] {
  const state = management(view);
  return [...view.estate.resources.values()].filter((resource) => state(resource) === 'unmanaged');
}

/** How much of each service is declared, in the order of their names. */
export function iacCoverage(view: EstateView, services: Services): readonly IacCoverage[] {
  const state = management(view);
  const found = new Map<string, Record<Management, number>>();
  for (const resource of view.estate.resources.values()) {
    const service = services.of(resource.id);
    const counts = found.get(service) ?? { managed: 0, unmanaged: 0, undeployed: 0, unseen: 0 };
    counts[state(resource)]++;
    found.set(service, counts);
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([service, counts]) => {
    const running = counts.managed + counts.unmanaged;
    return { service, counts, share: running === 0 ? undefined : counts.managed / running };
  });
}

/** An inventory that found others of the type in the region would have found this one. */
function managementOf(resource: Resource, looked: ReadonlySet<string>): Management {
  if (isLive(resource)) return resource.sources.some((source) => standingOf(source) !== 'live' && standingOf(source) !== 'code') ? 'managed' : 'unmanaged';
  return looked.size > 0 && looked.has(typeInRegion(resource)) ? 'undeployed' : 'unseen';
}

const isLive = ({ sources }: Resource): boolean => sources.some((source) => standingOf(source) === 'live');
const typeInRegion = ({ resourceType, region = '' }: Resource): string => `${resourceType}\n${region}`;
