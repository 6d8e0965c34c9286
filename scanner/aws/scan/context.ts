import type { Gateway } from '../gateway.ts';
import type { Knowledge } from './knowledge.ts';

/** What every task may use. */
export interface Context {
  readonly gateway: Gateway;
  readonly knowledge: Knowledge;
  /** When the scan began, ISO 8601. */
  readonly asOf: string;
  readonly partition: string;
  /** Regions to scan; every enabled one if empty. */
  readonly regions: readonly string[];
  readonly accounts: readonly string[];
  /** Region that global services and the account itself are asked in. */
  readonly globalRegion: string;
  /** Regions to take over or join; offers are asked for these. */
  readonly targets: readonly string[];
  /** Types that AWS Config can record; none before they are needed. */
  readonly supported?: ReadonlySet<string>;
  /** Attributes that are wanted of a kind; undefined where nobody wants any. */
  wanted(kind: string): ReadonlySet<string> | undefined;
}

/** Regions of the account that are scanned: enabled ones, or those that were named. */
export function scannedRegions({ knowledge, regions }: Pick<Context, 'knowledge' | 'regions'>, account: string): string[] {
  const known = knowledge.regions(account) ?? new Map<string, boolean>();
  const enabled = [...known].flatMap(([region, on]) => (on ? [region] : [])).sort();
  return regions.length === 0 ? enabled : regions.filter((region) => known.get(region) !== false);
}
