import type { Config } from '../model/config.ts';
import { UserError } from '../model/errors.ts';
import type { Fact } from '../model/fact.ts';
import { noServices, type Intent, type Strategy } from '../model/intent.ts';
import { compareText } from '../model/json.ts';
import { partitionOf, regionOf, suggestRegion } from '../model/region.ts';

export const defaultStrategy: Strategy = 'warm-standby';

/** What is to be said of a region code; undefined where it is well known. Throws RR404 where no region can have it. */
export function regionNote(code: string): string | undefined {
  const region = regionOf(code);
  if (region?.status === 'announced') return `${code} is announced, not known to be open: what it offers is unknown.`;
  if (region !== undefined) return undefined;
  const partition = code.endsWith('-global') ? undefined : partitionOf(code);
  const meant = suggestRegion(code);
  const question = meant === undefined ? '' : ` Did you mean ${meant}?`;
  if (partition !== undefined) return `There is no data for ${code}, which looks like a region of the partition ${partition.id}: what it offers is unknown.${question}`;
  throw new UserError('RR404', `There is no region ${code}.${question}`);
}

/** As much of a resource as tells where it is. */
export interface Placed {
  readonly type: 'resource';
  readonly region?: string | undefined;
}

/** The region that most resources name, targets aside; undefined where none does or two share the lead. */
export function inferHome(facts: Iterable<Fact | Placed>, targets: readonly string[]): { readonly region: string; readonly of: number; readonly count: number } | undefined {
  const counts = new Map<string, number>();
  for (const fact of facts) {
    if (fact.type !== 'resource' || fact.region === undefined || fact.region === 'global' || targets.includes(fact.region) || partitionOf(fact.region) === undefined) continue;
    counts.set(fact.region, (counts.get(fact.region) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  if (first === undefined || first[1] === second?.[1]) return undefined;
  return { region: first[0], count: first[1], of: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

export interface IntentParts {
  readonly home: readonly string[];
  readonly target: string;
  readonly strategy: Strategy;
  readonly config: Config;
  /** Outranks the configuration's. */
  readonly headroom?: number | undefined;
  readonly today: string;
}

export function intentOf({ home, target, strategy, config, today, headroom = config.headroom }: IntentParts): Intent {
  const { services = noServices, exemptions = [], residency } = config;
  return { home, target, strategy, services, exemptions, today, ...(residency === undefined ? {} : { residency }), ...(headroom === undefined ? {} : { headroom }) };
}
