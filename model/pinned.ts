import table from './data/pinned-regions.json' with { type: 'json' };

/** A use of a region that is legitimate wherever the workload runs. */
export interface Pin {
  readonly id: string;
  readonly partition: string;
  readonly regions: readonly string[];
  readonly what: string;
  /** Service codes (service-regions) whose calls it covers. */
  readonly services: readonly string[];
  /** CloudFormation types it covers; * for the rest of a name. */
  readonly types: readonly string[];
  /** Only then, in words; `property` and `value` say the same where a template can tell. */
  readonly condition?: string;
  readonly property?: string;
  readonly value?: string;
  /** A fault isolation white paper, E SDK endpoint rules, M API model, X SDK endpoint list, C service documentation, P SDK partitions. */
  readonly evidence: string;
  readonly unverified?: boolean;
  readonly docs: readonly string[];
}

export const pins: readonly Pin[] = table.pins;

export const pinSource = { source: table._meta.source, date: table._meta.date };

/** Pins that cover the use of a region by a service (code) or by a resource of a CloudFormation type. */
export function pinsFor(region: string, use: { readonly service?: string; readonly type?: string }): readonly Pin[] {
  return pins.filter(({ regions, services, types }) => regions.includes(region)
    && ((use.service !== undefined && services.includes(use.service)) || types.some((pattern) => covers(pattern, use.type))));
}

function covers(pattern: string, type: string | undefined): boolean {
  if (type === undefined) return false;
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
