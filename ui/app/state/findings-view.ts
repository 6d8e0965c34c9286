import { findingKeys, findingSorts, type FindingKey, type FindingSort } from '../../../model/finding-query.ts';
import { findingsQuestion, type AskedWish } from '../../../model/page-questions.ts';
import type { Query } from '../request.ts';
import { listOf, listText } from './lists.ts';

/** Keys of the filter that may hold several values; the state of the verdict has its own control. */
export const filterKeys = ['severity', 'rule', 'category', 'service', 'account', 'region'] as const satisfies readonly FindingKey[];
export type FilterKey = (typeof filterKeys)[number];

/** What the page of findings shows, as its address says. */
export interface FindingsView {
  readonly state: readonly string[];
  readonly filters: Readonly<Record<FilterKey, readonly string[]>>;
  readonly resource: string;
  readonly text: string;
  readonly group: FindingKey | undefined;
  readonly sort: FindingSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export function viewOf(query: Readonly<Record<string, string>>): FindingsView {
  const { state = 'gap', resource = '', text = '', group, sort, descending, offset, limit } = query;
  return {
    state: listOf(state),
    filters: Object.fromEntries(filterKeys.map((key) => [key, listOf(query[key])])) as Record<FilterKey, readonly string[]>,
    resource, text,
    group: findingKeys.find((key) => key === group),
    sort: findingSorts.find((each) => each === sort) ?? 'worst',
    descending: descending === 'true',
    offset: natural(offset, 0),
    limit: Math.min(500, Math.max(1, natural(limit, 50))),
  };
}

/** The part of the address that says it; what is as it would be anyway is left out. */
export function addressOf({ state, filters, resource, text, group, sort, descending, offset, limit }: FindingsView): Record<string, string | undefined> {
  return {
    state: state.join() === 'gap' ? undefined : listText(state),
    ...Object.fromEntries(filterKeys.map((key) => [key, listText(filters[key])])),
    resource, text, group,
    sort: sort === 'worst' ? undefined : sort,
    descending: descending ? 'true' : undefined,
    offset: offset === 0 ? undefined : String(offset),
    limit: limit === 50 ? undefined : String(limit),
  };
}

/** Parameters of the request, without order and page. */
export function filterQuery({ state, filters, resource, text }: FindingsView): Query {
  return { state, ...filters, resource, text: text.trim() };
}

/** All of the request. */
export const questionOf = (wish: AskedWish, view: FindingsView): Query => ({ ...findingsQuestion(wish), ...filterQuery(view), sort: view.sort, descending: String(view.descending), offset: view.offset, limit: view.limit });

/** A change of the filter begins at the first page again. */
export const narrowed = (view: FindingsView, part: Partial<FindingsView>): FindingsView => ({ ...view, ...part, offset: 0 });

/** The verdicts of a group: grouped no more, filtered by what they have in common. */
export function opened(view: FindingsView, group: FindingKey, value: string): FindingsView {
  if (group === 'state') return narrowed(view, { group: undefined, state: [value] });
  return narrowed(view, { group: undefined, filters: { ...view.filters, [group]: [value] } });
}

function natural(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}
