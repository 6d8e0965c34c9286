import { z } from 'zod';
import { goals, planSchema } from '../../model/plan.ts';
import { plan as planned } from '../../rules/plan/plan.ts';
import { pageFrom, pageQuery, snapshotParams, wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const querystring = z.strictObject({ ...wishQuery, goal: z.enum(goals).default('expand').describe('expand: the target joins, home stays; move: home is given up'), ...pageQuery });
const pageSchema = planSchema.extend({ total: z.strictObject({ services: z.int(), foundations: z.int(), debt: z.int() }).describe('How many there are in all; of each list, the plan holds the page that was asked for') });

export const plan: Route = ({ views, tool, config }) => async (app) => {
  app.get('/api/snapshots/:snapshot/plan', {
    config: { needs: 'read' },
    schema: { summary: 'The order in which services move, and how each does', tags: ['readiness'], params: snapshotParams, querystring, response: { 200: pageSchema, ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const context = await views.context();
    const readiness = await views.readiness(snapshot, wishOf(query), context);
    const [view, services, settled] = await Promise.all([views.estate(snapshot), views.services(snapshot, context), views.settle(snapshot, wishOf(query), context)]);
    const made = planned({ view, services, judged: readiness, intent: views.intent(settled, readiness.intent.target, context), goal: query.goal, config: config.plan, tool });
    const [own, foundations, debt] = [pageFrom(made.services, query), pageFrom(made.foundations, query), pageFrom(made.debt, query)];
    return { ...made, services: own.items, foundations: foundations.items, debt: debt.items, total: { services: own.total, foundations: foundations.total, debt: debt.total } };
  });
};
