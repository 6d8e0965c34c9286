import { severities, type Severity } from './intent.ts';
import { compareText } from './json.ts';
import type { Counts, Judgement } from './readiness.ts';

/** What verdicts can be grouped and sorted by. */
export const findingKeys = ['rule', 'category', 'service', 'account', 'region', 'severity', 'state'] as const;
export type FindingKey = (typeof findingKeys)[number];

/** worst: as the judgement has them. */
export const findingSorts = ['worst', 'rule', 'service', 'subject', 'file', 'region', 'account'] as const;
export type FindingSort = (typeof findingSorts)[number];

/** What a verdict does not say itself. */
export interface FindingPlaces {
  category(rule: string): string;
  /** Of the first resource that the verdict is about; undefined where it is about none, or nobody told. */
  account(judgement: Judgement): string | undefined;
  region(judgement: Judgement): string | undefined;
}

/** Empty lists let everything through. */
export interface FindingFilter {
  readonly state: readonly string[];
  readonly severity: readonly string[];
  readonly service: readonly string[];
  readonly rule: readonly string[];
  readonly category: readonly string[];
  readonly account: readonly string[];
  readonly region: readonly string[];
  readonly resource?: string | undefined;
  readonly text?: string | undefined;
}

/** In place of an account or region that nobody told, in groups and filters. */
export const notTold = '(not told)';

/** Value by which a verdict is grouped. */
export function findingValue(judgement: Judgement, key: FindingKey, places: FindingPlaces): string {
  switch (key) {
    case 'category':
      return places.category(judgement.rule);
    case 'account':
    case 'region':
      return places[key](judgement) ?? notTold;
    default:
      return judgement[key];
  }
}

export function filterFindings(judgements: readonly Judgement[], filter: FindingFilter, places: FindingPlaces): readonly Judgement[] {
  const wanted = findingKeys.flatMap((key) => (filter[key].length === 0 ? [] : [{ key, values: new Set(filter[key]) }]));
  const { resource } = filter;
  const sought = filter.text?.toLowerCase();
  return judgements.filter(
    (judgement) =>
      wanted.every(({ key, values }) => values.has(findingValue(judgement, key, places))) &&
      (resource === undefined || judgement.resources.includes(resource)) &&
      (sought === undefined || [judgement.subject, judgement.title, judgement.message].some((each) => each.toLowerCase().includes(sought))),
  );
}

export function sortFindings(judgements: readonly Judgement[], { sort, descending }: { readonly sort: FindingSort; readonly descending: boolean }, places: FindingPlaces): readonly Judgement[] {
  if (sort === 'worst') return descending ? [...judgements].reverse() : judgements;
  const sign = descending ? -1 : 1;
  return judgements
    .map((judgement, place) => ({ judgement, place, by: sortValue(judgement, sort, places) }))
    .sort((a, b) => sign * compareText(a.by, b.by) || a.place - b.place)
    .map(({ judgement }) => judgement);
}

function sortValue(judgement: Judgement, sort: Exclude<FindingSort, 'worst'>, places: FindingPlaces): string {
  if (sort === 'subject') return judgement.title;
  // Lines sort as numbers.
  if (sort === 'file') return `${judgement.source?.file ?? '\uffff'}\0${String(judgement.source?.line ?? 0).padStart(9, '0')}`;
  return findingValue(judgement, sort, places);
}

/** Verdicts with the same values of the keys. */
export interface FindingGroup {
  /** One for each key that was grouped by. */
  values: string[];
  counts: Counts;
  /** Gaps by severity. */
  severities: Record<Severity, number>;
  /** Gaps that the strategy cannot be reached with. */
  blocking: number;
}

/** Groups with the worst first: by gaps that the strategy cannot be reached with, by their worst gaps, then by unknowns, then by name. */
export function groupFindings(judgements: readonly Judgement[], by: readonly FindingKey[], places: FindingPlaces): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const judgement of judgements) {
    const values = by.map((key) => findingValue(judgement, key, places));
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { values, counts: { gap: 0, unknown: 0, exempt: 0, ready: 0 }, severities: zeroes(), blocking: 0 };
    groups.set(key, group);
    group.counts[judgement.state] += 1;
    if (judgement.state === 'gap') group.severities[judgement.severity] += 1;
    if (judgement.state === 'gap' && judgement.blocking === true) group.blocking += 1;
  }
  return [...groups.values()].sort(worstFirst);
}

const zeroes = (): Record<Severity, number> => Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;

function worstFirst(a: FindingGroup, b: FindingGroup): number {
  if (a.blocking !== b.blocking) return b.blocking - a.blocking;
  for (const severity of severities) {
    const more = b.severities[severity] - a.severities[severity];
    if (more !== 0) return more;
  }
  return b.counts.unknown - a.counts.unknown || compareText(a.values.join('\0'), b.values.join('\0'));
}
