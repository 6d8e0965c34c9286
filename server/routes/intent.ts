import { z } from 'zod';
import { settledSchema } from '../api.ts';
import { snapshotParams, wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

/** Apart from the judgement, which takes seconds on a large estate. */
export const intent: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/intent', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'What the snapshot is judged for, where the request leaves it to the configuration', tags: ['readiness'], params: snapshotParams, querystring: z.strictObject(wishQuery), response: { 200: settledSchema, ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const { home, target, strategy, notes } = await views.settle(snapshot, wishOf(query), await views.context());
    return { home: [...home], ...(target === undefined ? {} : { target }), strategy, notes: [...notes] };
  });
};
