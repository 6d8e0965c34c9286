import table from './data/service-regions.json' with { type: 'json' };
import { hasBit } from './bitmask.ts';
import { regionOf } from './region.ts';

/** One table's plain answer: yes, no, or undefined where it has no data. */
export type Offered = 'yes' | 'no' | undefined;

const services = new Map(Object.entries<{ readonly name: string; readonly regions: string; readonly globalEndpoint?: boolean }>(table.services));
const notRegionBound = new Map(Object.entries<string>(table.notRegionBound));
const bits = new Map(table.regionOrder.map((region, bit) => [region, bit]));

export const serviceSource = {
  source: `AWS Systems Manager global-infrastructure parameters (${table._meta.source} ${table._meta.version})`,
  date: table._meta.date,
};

/** Whether the Systems Manager tree has the service code at all. */
export function isServiceCode(code: string): boolean {
  return services.has(code) || notRegionBound.has(code);
}

export function serviceName(code: string): string | undefined {
  return services.get(code)?.name;
}

/** Why a service is not judged by region; undefined if it is. */
export function notRegionBoundBecause(code: string): string | undefined {
  return notRegionBound.get(code);
}

/** Whether one host answers for every region of the partition aws. */
export function hasGlobalEndpoint(code: string): boolean {
  return services.get(code)?.globalEndpoint === true;
}

export function serviceOffered(code: string, region: string): Offered {
  const bit = bits.get(region);
  const service = services.get(code);
  if (bit === undefined || !service) return undefined;
  return hasBit(service.regions, bit) ? 'yes' : 'no';
}

/** Whether any region of the partition has the service; undefined without data on the partition or the service. */
export function serviceOfferedInPartition(code: string, partition: string): Offered {
  const answers = table.regionOrder.filter((region) => regionOf(region)?.partition === partition).map((region) => serviceOffered(code, region));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('no') ? 'no' : undefined;
}
