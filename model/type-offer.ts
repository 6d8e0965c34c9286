import table from './data/cfn-type-regions.json' with { type: 'json' };
import { hasBit } from './bitmask.ts';
import type { Offered } from './service-offer.ts';

const types = new Map(Object.entries<string>(table.types));
const sam = new Map(Object.entries<string>(table.sam));
const stale = new Set(table.stale);
const bits = new Map(table.regionOrder.map((region, bit) => [region, bit]));

export const typeSource = { source: `CloudFormation registry (${table._meta.source} ${table._meta.version})`, date: table._meta.date };

/** The CloudFormation type that a SAM type becomes; any other type as it is. */
export function deployedType(type: string): string {
  return sam.get(type) ?? type;
}

export function isKnownType(type: string): boolean {
  return types.has(deployedType(type));
}

/** Whether CloudFormation registers the type in the region. In a region whose data is stale, a missing type says nothing. */
export function typeRegistered(type: string, region: string): Offered {
  const bit = bits.get(region);
  const mask = types.get(deployedType(type));
  if (bit === undefined || mask === undefined) return undefined;
  if (hasBit(mask, bit)) return 'yes';
  return stale.has(region) ? undefined : 'no';
}

/** Whether any type of a namespace (MSK, without AWS::) is registered in the region. */
export function namespaceRegistered(namespace: string, region: string): Offered {
  const answers = new Set([...types.keys()].filter((type) => type.startsWith(`AWS::${namespace}::`)).map((type) => typeRegistered(type, region)));
  if (answers.has('yes')) return 'yes';
  return answers.has(undefined) || answers.size === 0 ? undefined : 'no';
}
