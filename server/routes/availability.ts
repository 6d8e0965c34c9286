import { z } from 'zod';
import { availabilityTableSchema } from '../../model/availability-table.ts';
import { availabilityTable } from '../../rules/comparison/availability-table.ts';
import { snapshotParams, wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

export const availability: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/availability', {
    config: { needs: 'read' },
    schema: { summary: 'Where what home uses is offered', tags: ['readiness'], params: snapshotParams, querystring: z.strictObject({ home: wishQuery.home }), response: { 200: availabilityTableSchema, ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const context = await views.context();
    const settled = await views.settle(snapshot, wishOf(query), context);
    return availabilityTable(await views.estate(snapshot), views.intent(settled, settled.target ?? '', context));
  });
};
