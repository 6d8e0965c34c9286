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
