import type { Config } from '../model/config.ts';
import { UserError } from '../model/errors.ts';
import { strategyTitles, type Strategy } from '../model/intent.ts';
import { defaultStrategy, regionNote } from '../rules/intent.ts';

export { inferHome, intentOf, regionNote } from '../rules/intent.ts';

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

function listed(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
