import { z } from 'zod';
import { compare as compared } from '../../rules/comparison/compare.ts';
import { comparisonSchema } from '../../model/comparison.ts';
import type { Readiness } from '../../model/readiness.ts';
import { listed, pageQuery, snapshotParams, wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const region = z.string().min(1).max(64);
const querystring = z.strictObject({
  home: wishQuery.home,
  strategy: wishQuery.strategy,
  target: z.union([region, z.array(region).min(1).max(10)]).describe('Candidate; repeatable'),
  limit: pageQuery.limit.describe('Most lacks of each candidate, the worst first'),
});

export const compare: Route = ({ views, tool, config }) => async (app) => {
  app.get('/api/snapshots/:snapshot/compare', {
    config: { needs: 'read' },
    schema: { summary: 'Candidate regions side by side, best first', tags: ['readiness'], params: snapshotParams, querystring, response: { 200: comparisonSchema, ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const context = await views.context();
    const readinesses: Readiness[] = [];
    for (const target of new Set(listed(query.target))) readinesses.push(await views.readiness(snapshot, wishOf({ ...query, target }), context));
    const [first] = readinesses;
    const services = await views.services(snapshot, context);
    const comparison = compared({
      readinesses, home: first?.intent.home ?? [], strategy: first?.intent.strategy ?? 'warm-standby', today: context.today, tool,
      users: config.compare?.users, weights: config.compare?.weights, prices: config.compare?.prices, residency: config.residency, serviceOf: services.of,
      notes: [...new Set(readinesses.flatMap(({ notes }) => notes))],
    });
    return { ...comparison, candidates: comparison.candidates.map((candidate) => ({ ...candidate, lacks: candidate.lacks.slice(0, query.limit) })) };
  });
};
