import { z } from 'zod';
import { severities } from '../../model/intent.ts';
import { verdictStates, type Judgement } from '../../model/readiness.ts';
import { findingSchema, pageOf, severityCountsSchema } from '../api.ts';
import { listed, oneOrMore, pageFrom, pageQuery, searchText, snapshotParams, wishOf, wishQuery } from '../params.ts';
import { HttpProblem, problems } from '../problem.ts';
import type { Route } from './route.ts';

const filters = {
  state: z.union([z.enum(verdictStates), z.array(z.enum(verdictStates)).max(4)]).default('gap').describe('Repeatable'),
  severity: z.union([z.enum(severities), z.array(z.enum(severities)).max(5)]).optional().describe('Repeatable'),
  service: oneOrMore(50).optional().describe('Repeatable'),
  rule: oneOrMore(50).optional().describe('Rule id; repeatable'),
  resource: z.string().max(2048).optional().describe('Only verdicts on this resource'),
  text: searchText.optional().describe('Contained in subject, title or message, without regard to case'),
};
const querystring = z.strictObject({ ...wishQuery, ...filters, ...pageQuery });
type Filter = Pick<z.output<typeof querystring>, keyof typeof filters>;

const findingsSchema = pageOf(findingSchema).extend({ severities: severityCountsSchema.describe('Of all that the filters let through') });

/** Verdicts, worst first. */
export const findings: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/findings', {
    config: { needs: 'read' },
    schema: { summary: 'Verdicts, worst first; gaps if nothing else is said', tags: ['readiness'], params: snapshotParams, querystring, response: { 200: findingsSchema, ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const { judgements } = await views.readiness(snapshot, wishOf(query), await views.context());
    const found = judgements.filter(passes(query));
    return { ...pageFrom(found, query), severities: Object.fromEntries(severities.map((severity) => [severity, found.filter((judgement) => judgement.severity === severity).length])) as Record<(typeof severities)[number], number> };
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

function passes({ state, severity, service, rule, resource, text }: Filter): (judgement: Judgement) => boolean {
  const [states, levels, services, rules] = [state, severity, service, rule].map((each) => new Set(listed(each))) as [Set<string>, Set<string>, Set<string>, Set<string>];
  const has = (wanted: ReadonlySet<string>, value: string): boolean => wanted.size === 0 || wanted.has(value);
  const sought = text?.toLowerCase();
  return (judgement) =>
    has(states, judgement.state) && has(levels, judgement.severity) && has(services, judgement.service) && has(rules, judgement.rule) &&
    (resource === undefined || judgement.resources.includes(resource)) &&
    (sought === undefined || [judgement.subject, judgement.title, judgement.message].some((each) => each.toLowerCase().includes(sought)));
}
