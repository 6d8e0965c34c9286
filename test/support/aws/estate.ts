/** A resource of an estate, with what each inventory holds of it. */
export interface Owned {
  readonly account: string;
  /** Region, or `global`. */
  readonly region: string;
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly arn?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** What AWS Config records: members in its own dialect. Without one it does not record the resource. */
  readonly configuration?: object;
  readonly supplementary?: Readonly<Record<string, unknown>>;
  readonly relationships?: readonly { readonly resourceType: string; readonly resourceId: string; readonly relationshipName: string }[];
  readonly explored?: boolean;
}

export interface OwnAccount {
  readonly regions: Readonly<Record<string, 'ENABLED' | 'ENABLED_BY_DEFAULT' | 'DISABLED'>>;
  /** Recording group of AWS Config by region. */
  readonly recorders?: Readonly<Record<string, object>>;
  /** Indexes of Resource Explorer by region. */
  readonly indexes?: Readonly<Record<string, 'LOCAL' | 'AGGREGATOR'>>;
}

export interface Estate {
  /** Account of the credentials; their access key is `AKIA` and its id. */
  readonly caller: string;
  readonly accounts: Readonly<Record<string, OwnAccount>>;
  readonly aggregator?: { readonly account: string; readonly region: string; readonly name: string };
  readonly resources: readonly Owned[];
  /** Quotas by service. */
  readonly quotas?: Readonly<Record<string, readonly { readonly QuotaCode: string; readonly Value: number }[]>>;
  /** Codes of services that each region offers. */
  readonly offered?: Readonly<Record<string, readonly string[]>>;
}
