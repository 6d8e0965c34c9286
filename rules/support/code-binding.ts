import type { Occurrence } from '../../model/occurrence.ts';
import { partitionOf } from '../../model/region.ts';
import { regionsIn, withoutRegions } from '../../model/region-token.ts';
import type { CodeContext } from '../rule.ts';
import { gap, ready, type GapDetails, type Verdict } from '../verdict.ts';
import { listed } from './list.ts';

/** Targets for which a text that is bound to its regions is wrong: those it does not name, and that no counterpart beside it names. */
export function brokenTargets({ regions, text, siblings = [], alternatives = [] }: Occurrence, targets: readonly string[]): string[] {
  const own = withoutRegions(text);
  const counterparts = siblings.filter((sibling) => withoutRegions(sibling.slice(sibling.indexOf('=') + 1)) === own);
  const served = new Set([...regions, ...alternatives, ...counterparts.flatMap((sibling) => regionsIn(sibling))]);
  return targets.filter((target) => !served.has(target));
}

/**
 * Judges a text that is right in its own regions only. `say` words the gap for the regions it breaks in: `eu-west-1 and eu-west-2`, or
 * `any other region` where the user named no target.
 */
export function judgeBinding(occurrence: Occurrence, { targets, home }: CodeContext, say: (where: string) => { readonly message: string } & GapDetails): Verdict {
  const elsewhere = isOfAnotherPartition(occurrence, { home, targets });
  if (targets.length > 0 && elsewhere) return ready(`It is for ${listed(occurrence.regions)}, which lies in another partition than home and target.`);
  const broken = brokenTargets(occurrence, targets);
  if (targets.length > 0 && broken.length === 0) return ready(`It names ${listed(targets)} itself.`);
  const { message, ...details } = say(targets.length === 0 ? 'any other region' : listed(broken));
  return gap(message, { ...(targets.length === 0 ? {} : { targets: broken }), ...(elsewhere ? { atMost: 'low' as const } : {}), ...details });
}

/**
 * Whether a text is for regions of a partition that neither home nor target is in, as in code that serves several partitions. Where no
 * home is known, it is taken to be in the partition of the targets; where neither is, in aws.
 */
export function isOfAnotherPartition({ regions }: Pick<Occurrence, 'regions'>, { home, targets }: Pick<CodeContext, 'home' | 'targets'>): boolean {
  const ours = new Set([...home, ...targets].map((code) => partitionOf(code)?.id));
  if (ours.size === 0) ours.add('aws');
  return regions.length > 0 && regions.every((code) => !ours.has(partitionOf(code)?.id));
}
