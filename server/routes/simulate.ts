import { z } from 'zod';
import { outcomeCounts, outcomes, simulationSchema } from '../../model/simulation.ts';
import { simulate as simulated } from '../../rules/simulation/simulate.ts';
import { judge } from '../../rules/judge.ts';
import { lossOf } from '../losses.ts';
import { listed, oneOrMore, pageFrom, pageQuery, snapshotParams, wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const querystring = z.strictObject({ ...wishQuery, lose: oneOrMore(10).describe('What is lost at the same time: a region, zone:…, account:…, service:dynamodb@region, control-plane:iam; repeatable'), ...pageQuery });
const lists = ['services', 'stores', 'steps', 'silent'] as const;
const pageSchema = simulationSchema.extend({ outcomes: z.record(z.enum(outcomes), z.int()).describe('All services by what becomes of them'), total: z.strictObject({ services: z.int(), stores: z.int(), steps: z.int(), silent: z.int() }).describe('How many there are in all; of each list, the simulation holds the page that was asked for') });

export const simulate: Route = ({ views, rules, tool, config, settingsOf }) => async (app) => {
  const codeRules = [...rules.values()].filter(({ on }) => on === 'code');

  app.get('/api/snapshots/:snapshot/simulate', {
    config: { needs: 'read' },
    schema: { summary: 'What a loss does to the estate as it stands', tags: ['readiness'], params: snapshotParams, querystring, response: { 200: pageSchema, ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const context = await views.context();
    const lost = listed(query.lose).map(lossOf);
    const settled = await views.settle(snapshot, wishOf(query), context);
    const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, context)]);
    const intent = views.intent(settled, settled.target ?? '', context);
    const code = judge({ view, rules: codeRules, intent, settings: config.rules ?? {}, settingsOf, tool }).judgements;
    const made = simulated({ view, services, intent, target: settled.target, lost, code, tool, notes: settled.notes });
    const total = Object.fromEntries(lists.map((list) => [list, made[list].length])) as Record<(typeof lists)[number], number>;
    return { ...made, services: pageFrom(made.services, query).items, stores: pageFrom(made.stores, query).items, steps: pageFrom(made.steps, query).items, silent: pageFrom(made.silent, query).items, outcomes: outcomeCounts(made.services), total };
  });
};
