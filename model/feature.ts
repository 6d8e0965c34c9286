import table from './data/feature-regions.json' with { type: 'json' };
import type { Availability } from './availability.ts';
import { defaultRegions, regionOf } from './region.ts';
import { serviceOffered, serviceSource } from './service-offer.ts';
import { typeRegistered, typeSource } from './type-offer.ts';

export type FeatureId = keyof typeof table.features;

/** A feature that spans regions, and between which of them it works. */
export interface Feature {
  readonly title: string;
  /** service-regions code. */
  readonly service: string;
  /** What decides: see the encoding in model/data/feature-regions.json. */
  readonly scope: 'partition' | 'list' | 'sets' | 'type' | 'probe';
  readonly regions?: readonly string[];
  readonly sets?: readonly (readonly string[])[];
  readonly type?: string;
  readonly probe?: string;
  readonly notIn?: readonly string[];
  readonly homes?: readonly string[];
  readonly zonesWithout?: readonly string[];
  readonly incomplete?: boolean;
  readonly limits: readonly string[];
  readonly alternative: string;
  readonly evidence: string;
  readonly unverified?: boolean;
  readonly docs: string;
}

export const features: ReadonlyMap<FeatureId, Feature> = new Map(Object.entries(table.features) as [FeatureId, Feature][]);

const source = { source: table._meta.source, date: table._meta.date };

/** Whether a feature works from a home region to a target region, as far as regions decide it. */
export function featureAvailability(id: FeatureId, home: string, target: string): Availability {
  const feature = features.get(id);
  const from = regionOf(home);
  const to = regionOf(target);
  if (!feature || !from || !to) return { state: 'unknown', ...source, note: 'Not in the tables' };
  if (from.partition !== to.partition) return { state: 'unavailable', ...source, note: `${home} and ${target} are in different partitions` };
  const ends = [home, target];
  const excluded = ends.find((region) => feature.notIn?.includes(region)) ?? (feature.homes && !within(feature.homes, home) ? home : undefined);
  if (excluded !== undefined) return { state: 'unavailable', ...source, note: `${feature.title} does not work with ${excluded}` };
  const absent = ends.find((region) => serviceOffered(feature.service, region) === 'no');
  if (absent !== undefined) return { state: 'unavailable', ...serviceSource, note: `The service is not offered in ${absent}` };
  if (from.status === 'announced' || to.status === 'announced') return { state: 'unknown', ...source, note: 'Nothing is known of an announced region' };
  return byScope(feature, ends);
}

function byScope(feature: Feature, ends: readonly string[]): Availability {
  switch (feature.scope) {
    case 'partition':
      return ends.every((region) => serviceOffered(feature.service, region) === 'yes')
        ? { state: feature.unverified ? 'probably-available' : 'available', ...source }
        : { state: 'unknown', ...serviceSource, note: 'No data on the service in these regions' };
    case 'list': {
      const missing = ends.find((region) => !within(feature.regions ?? [], region));
      if (missing === undefined) return { state: 'available', ...source };
      return { state: feature.incomplete ? 'unknown' : 'unavailable', ...source, note: `${missing} is not in the list of regions` };
    }
    case 'sets':
      return feature.sets?.some((set) => ends.every((region) => set.includes(region)))
        ? { state: 'available', ...source }
        : { state: 'unavailable', ...source, note: 'The regions are not in one set' };
    case 'type': {
      const answers = ends.map((region) => typeRegistered(feature.type ?? '', region));
      if (answers.includes('no')) return { state: 'probably-unavailable', ...typeSource, note: `CloudFormation does not register ${feature.type} in both regions` };
      return answers.includes(undefined) ? { state: 'unknown', ...typeSource } : { state: 'available', ...typeSource };
    }
    case 'probe':
      return { state: 'unknown', ...source, note: `Only ${feature.probe} can tell` };
  }
}

function within(list: readonly string[], region: string): boolean {
  return list.includes(region) || (list.includes('default') && defaultRegions.includes(region));
}
