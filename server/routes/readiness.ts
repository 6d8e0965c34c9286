import { z } from 'zod';
import { blindSpotSchema } from '../../model/blind-spot.ts';
import { serviceReadinessSchema, statuses, type Readiness } from '../../model/readiness.ts';
import { pageOf, readinessSummarySchema, type ReadinessSummary } from '../api.ts';
import { filterServices, serviceSorts, sortServices } from '../../model/service-query.ts';
import { pageFrom, pageQuery, searchText, snapshotParams, wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const servicesQuery = z.strictObject({
  ...wishQuery,
  status: z.enum(statuses).optional(),
  service: z.string().max(1000).optional().describe('Only this one'),
  text: searchText.optional().describe('Contained in the name, without regard to case'),
  sort: z.enum(serviceSorts).default('name'),
  ...pageQuery,
});

/** The judgement of a snapshot, computed when it is asked for: what it sums up to, its services and blind spots. */
export const readiness: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/readiness', {
    config: { needs: 'read' },
    schema: { summary: 'Status, score and counts', tags: ['readiness'], params: snapshotParams, querystring: z.strictObject(wishQuery), response: { 200: readinessSummarySchema, ...problems } },
  }, async ({ params: { snapshot }, query }) => summaryOf(await views.readiness(snapshot, wishOf(query), await views.context())));

  app.get('/api/snapshots/:snapshot/readiness/services', {
    config: { needs: 'read' },
    schema: { summary: 'Readiness of each service', tags: ['readiness'], params: snapshotParams, querystring: servicesQuery, response: { 200: pageOf(serviceReadinessSchema), ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const { services } = await views.readiness(snapshot, wishOf(query), await views.context());
    return pageFrom(sortServices(filterServices(services, query), query.sort), query);
  });

  app.get('/api/snapshots/:snapshot/readiness/blind-spots', {
    config: { needs: 'read' },
    schema: { summary: 'Where nobody could look, and why', tags: ['readiness'], params: snapshotParams, querystring: z.strictObject({ ...wishQuery, ...pageQuery }), response: { 200: pageOf(blindSpotSchema), ...problems } },
  }, async ({ params: { snapshot }, query }) => pageFrom((await views.readiness(snapshot, wishOf(query), await views.context())).blindSpots, query));
};

export function summaryOf({ judgements: _judgements, services, waves, blindSpots, ...rest }: Readiness): ReadinessSummary {
  return { ...rest, services: services.length, waves: waves.length, blindSpots: blindSpots.length };
}
