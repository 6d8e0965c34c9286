import { z } from 'zod';
import { remediesFor } from '../../rules/remedy-for.ts';
import { wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import { findingOf, findingParams } from './findings.ts';
import type { Route } from './route.ts';

const remediesSchema = z.strictObject({
  remedies: z.int().describe('How many; 0 where code cannot close it'),
  fix: z.string().optional().describe('What to do, in words'),
  texts: z.record(z.string(), z.string()).describe('The code by format: cloudformation, terraform, cli'),
});

export const remedies: Route = ({ views, rules, config, remedyTexts }) => async (app) => {
  app.get('/api/snapshots/:snapshot/findings/:fingerprint/remedies', {
    config: { needs: 'read' },
    schema: { summary: 'How to close a gap, as code', tags: ['readiness'], params: findingParams, querystring: z.strictObject(wishQuery), response: { 200: remediesSchema, ...problems } },
  }, async ({ params: { snapshot, fingerprint }, query }) => {
    const context = await views.context();
    const { judgements, intent: { target } } = await views.readiness(snapshot, wishOf(query), context);
    const judgement = findingOf(judgements, fingerprint);
    const [settled, view] = await Promise.all([views.settle(snapshot, wishOf(query), context), views.estate(snapshot)]);
    const made = remediesFor(judgement, { view, rules, intent: views.intent(settled, target, context), settings: config.rules ?? {} });
    return { remedies: made.length, fix: judgement.fix ?? rules.get(judgement.rule)?.fix, texts: made.length === 0 ? {} : await remedyTexts(judgement, made) };
  });
};
