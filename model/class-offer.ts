import table from './data/instance-regions.json' with { type: 'json' };
import { hasBit } from './bitmask.ts';
import type { Offered } from './service-offer.ts';

interface Family {
  readonly regions: string;
  readonly classes: Readonly<Record<string, string>>;
}

const families = new Map(Object.entries<Family>(table.families as unknown as Readonly<Record<string, Family>>));
const bits = new Map(table.regionOrder.map((region, bit) => [region, bit]));

export const classSource = { source: `AWS price lists and EC2 offerings (${table._meta.source} ${table._meta.version})`, date: table._meta.date };

export const classFamilies: readonly string[] = [...families.keys()];

export function isKnownClass(family: string, name: string): boolean {
  return Object.hasOwn(families.get(family)?.classes ?? {}, name);
}

export function classOffered(family: string, name: string, region: string): Offered {
  const of = families.get(family);
  const bit = bits.get(region);
  if (!of || bit === undefined || !hasBit(of.regions, bit) || !isKnownClass(family, name)) return undefined;
  return hasBit(of.classes[name] ?? '', bit) ? 'yes' : 'no';
}
