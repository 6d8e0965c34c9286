import type { EstateView } from '../graph/view.ts';
import type { Intent } from '../model/intent.ts';
import { compareText } from '../model/json.ts';
import type { Judgement, Readiness } from '../model/readiness.ts';
import { isInScope } from './subjects.ts';

/** What was looked at and what was not, in numbers. */
export function coverageOf({ estate }: EstateView, intent: Intent, judgements: readonly Judgement[]): Readiness['coverage'] {
  // A verdict on the estate lists every resource that it concerns; only one on the resource itself has looked at it.
  const judged = new Set(judgements.flatMap(({ subject, resources }) => (resources.includes(subject) ? [subject] : [])));
  const all = [...estate.resources.values()];
  return {
    resources: all.length,
    judged: judged.size,
    outside: all.filter((resource) => !isInScope(resource, intent) && resource.region !== intent.target).length,
    byType: tally(all.map(({ resourceType }) => [resourceType, 1])),
    byRegion: tally(all.map(({ region = 'not told' }) => [region, 1])),
    byAccount: tally(all.map(({ account = 'not told' }) => [account, 1])),
    looked: tally(estate.coverage.map(({ what, count }) => [what, count])),
    edges: estate.edges.length,
    dangling: estate.dangling.length,
  };
}

function tally(entries: readonly (readonly [string, number])[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [key, count] of entries) sums.set(key, (sums.get(key) ?? 0) + count);
  return Object.fromEntries([...sums].sort(([a], [b]) => compareText(a, b)));
}
