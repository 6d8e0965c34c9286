import { z } from 'zod';
import { UserError } from '../../model/errors.ts';
import { defaultStrategy } from '../../rules/intent.ts';
import { settledSchema } from '../api.ts';
import { listed, snapshotParams, wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

/** Apart from the judgement, which takes seconds on a large estate. */
export const intent: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/intent', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'What the snapshot is judged for, where the request leaves it to the configuration', tags: ['readiness'], params: snapshotParams, querystring: z.strictObject(wishQuery), response: { 200: settledSchema, ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const context = await views.context();
    try {
      const { home, target, strategy, notes } = await views.settle(snapshot, wishOf(query), context);
      return { home: [...home], ...(target === undefined ? {} : { target }), strategy, notes: [...notes] };
    } catch (thrown) {
      // That nothing tells the home is an answer: what is missing is to be chosen.
      if (!(thrown instanceof UserError) || thrown.code !== 'RR102') throw thrown;
      const { target: configured, strategy = defaultStrategy } = context.config;
      const target = query.target ?? listed(configured)[0];
      return { home: [], ...(target === undefined ? {} : { target }), strategy: query.strategy ?? strategy, notes: [thrown.message] };
    }
  });
};
