import { z } from 'zod';
import type { EstateView } from '../../graph/view.ts';
import { filterFindings, findingKeys, findingSorts, groupFindings, sortFindings, type FindingFilter, type FindingPlaces } from '../../model/finding-query.ts';
import { severities } from '../../model/intent.ts';
import { countsSchema, verdictStates, type Judgement } from '../../model/readiness.ts';
import { categories, categoryOf, type Category } from '../../rules/rule.ts';
import { findingSchema, pageOf, severityCountsSchema } from '../api.ts';
import { listed, oneOrMore, pageFrom, pageQuery, searchText, snapshotParams, wishOf, wishQuery } from '../params.ts';
import { HttpProblem, problems } from '../problem.ts';
import type { Route } from './route.ts';

const category = z.enum(Object.keys(categories) as [Category, ...Category[]]);

export const findingFilters = {
  state: z.union([z.enum(verdictStates), z.array(z.enum(verdictStates)).max(4)]).default('gap').describe('Repeatable'),
  severity: z.union([z.enum(severities), z.array(z.enum(severities)).max(5)]).optional().describe('Repeatable'),
  service: oneOrMore(50).optional().describe('Repeatable'),
  rule: oneOrMore(50).optional().describe('Rule id; repeatable'),
  category: z.union([category, z.array(category).max(20)]).optional().describe('Category of the rule; repeatable'),
  account: oneOrMore(50).optional().describe('Account of the first resource that it is about; repeatable'),
  region: oneOrMore(50).optional().describe('Region of the first resource that it is about; repeatable'),
  resource: z.string().max(2048).optional().describe('Only verdicts on this resource'),
  text: searchText.optional().describe('Contained in subject, title or message, without regard to case'),
};
const order = {
  sort: z.enum(findingSorts).default('worst'),
  descending: z.enum(['true', 'false']).default('false'),
};
const querystring = z.strictObject({ ...wishQuery, ...findingFilters, ...order, ...pageQuery });
const groupQuery = z.strictObject({ ...wishQuery, ...findingFilters, by: z.union([z.enum(findingKeys), z.array(z.enum(findingKeys)).min(1).max(3)]).describe('What verdicts of a group have in common; repeatable'), ...pageQuery });
const filterQuery = z.object(findingFilters);

const findingsSchema = pageOf(findingSchema).extend({ severities: severityCountsSchema.describe('Of all that the filters let through') });
const groupSchema = z.strictObject({
  values: z.array(z.string()).describe('One for each key, in the order of the request'),
  counts: countsSchema,
  severities: severityCountsSchema.describe('Gaps by severity'),
  blocking: z.int().describe('Gaps without whose closing the strategy cannot be reached'),
});

/** Verdicts, worst first. */
export const findings: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/findings', {
    config: { needs: 'read' },
    schema: { summary: 'Verdicts, worst first; gaps if nothing else is said', tags: ['readiness'], params: snapshotParams, querystring, response: { 200: findingsSchema, ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const [{ judgements }, view] = await Promise.all([views.readiness(snapshot, wishOf(query), await views.context()), views.estate(snapshot)]);
    const places = placesIn(view);
    const found = sortFindings(filterFindings(judgements, filterOf(query), places), { sort: query.sort, descending: query.descending === 'true' }, places);
    return { ...pageFrom(found, query), severities: Object.fromEntries(severities.map((severity) => [severity, found.filter((judgement) => judgement.severity === severity).length])) as Record<(typeof severities)[number], number> };
  });

  app.get('/api/snapshots/:snapshot/findings/groups', {
    config: { needs: 'read' },
    schema: { summary: 'Verdicts counted by what they have in common, worst first', tags: ['readiness'], params: snapshotParams, querystring: groupQuery, response: { 200: pageOf(groupSchema), ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const [{ judgements }, view] = await Promise.all([views.readiness(snapshot, wishOf(query), await views.context()), views.estate(snapshot)]);
    const places = placesIn(view);
    return pageFrom(groupFindings(filterFindings(judgements, filterOf(query), places), typeof query.by === 'string' ? [query.by] : query.by, places), query);
  });

  app.get('/api/snapshots/:snapshot/findings/:fingerprint', {
    config: { needs: 'read' },
    schema: { summary: 'One verdict', tags: ['readiness'], params: findingParams, querystring: z.strictObject(wishQuery), response: { 200: findingSchema, ...problems } },
  }, async ({ params: { snapshot, fingerprint }, query }) => findingOf((await views.readiness(snapshot, wishOf(query), await views.context())).judgements, fingerprint));
};

export const findingParams = snapshotParams.extend({ fingerprint: z.string().regex(/^[0-9a-f]{32}$/, 'A fingerprint has 32 hexadecimal digits') });

/** Throws 404. */
export function findingOf(judgements: readonly Judgement[], fingerprint: string): Judgement {
  const found = judgements.find((judgement) => judgement.fingerprint === fingerprint);
  if (found === undefined) throw new HttpProblem(404, `There is no finding ${fingerprint} for this target and strategy.`);
  return found;
}

/** Category, account and region of verdicts. */
export function placesIn(view: EstateView): FindingPlaces {
  const first = ({ resources: [id] }: Judgement): ReturnType<EstateView['resource']> => (id === undefined ? undefined : view.resource(id));
  return { category: categoryOf, account: (judgement) => first(judgement)?.account, region: (judgement) => first(judgement)?.region };
}

export function filterOf({ state, severity, service, rule, category: categoryIds, account, region, resource, text }: z.output<typeof filterQuery>): FindingFilter {
  return { state: listed(state), severity: listed(severity), service: listed(service), rule: listed(rule), category: listed(categoryIds), account: listed(account), region: listed(region), resource, text };
}
