import type { Config } from '../model/config.ts';
import { UserError } from '../model/errors.ts';
import type { Fact } from '../model/fact.ts';
import { strategyTitles, type Intent, type Strategy } from '../model/intent.ts';
import { compareText } from '../model/json.ts';
import { partitionOf, regionOf, suggestRegion } from '../model/region.ts';

export interface Given {
  readonly home?: readonly string[] | undefined;
  readonly target?: readonly string[] | undefined;
  readonly strategy?: Strategy | undefined;
}

/** What the user wants, as far as flags and configuration say it; flags win. */
export interface Wanted {
  /** Empty where nobody said. */
  readonly home: readonly string[];
  readonly targets: readonly string[];
  readonly strategy: Strategy;
  /** What the reader should know of it. */
  readonly notes: readonly string[];
}

export const defaultStrategy: Strategy = 'warm-standby';

/** Throws RR404 for regions that cannot be meant and RR103 for a target that is home. */
export function wanted(given: Given, config: Config): Wanted {
  const home = distinct(given.home ?? listed(config.home));
  const targets = distinct(given.target ?? listed(config.target));
  const strategy = given.strategy ?? config.strategy;
  const notes = [...home, ...targets].flatMap((code) => regionNote(code) ?? []);
  const both = targets.find((target) => home.includes(target));
  if (both !== undefined) throw new UserError('RR103', `${both} is home and target at once.`, { hint: 'Name another region with --target.' });
  const assumed = strategy === undefined ? [`No strategy was given: judged for ${strategyTitles[defaultStrategy].toLowerCase()}. Set it with --strategy or in the configuration.`] : [];
  return { home, targets, strategy: strategy ?? defaultStrategy, notes: [...notes, ...assumed] };
}

export function requireTargets({ targets }: Pick<Wanted, 'targets'>): readonly [string, ...string[]] {
  const [first, ...rest] = targets;
  if (first === undefined) throw new UserError('RR102', 'No target region was given.', { hint: 'Name the region that must be able to take over or join: --target eu-west-1, or target: in the configuration.' });
  return [first, ...rest];
}

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

/** The region that most resources name, targets aside; undefined where none does or two share the lead. */
export function inferHome(facts: Iterable<Fact>, targets: readonly string[]): { readonly region: string; readonly of: number; readonly count: number } | undefined {
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
  readonly today: string;
}

export function intentOf({ home, target, strategy, config, today }: IntentParts): Intent {
  const { services = {}, exemptions = [], residency } = config;
  return { home, target, strategy, services, exemptions, today, ...(residency === undefined ? {} : { residency }) };
}

function listed(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
