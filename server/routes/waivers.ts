import { z } from 'zod';
import { UserError } from '../../model/errors.ts';
import { newWaiverSchema, pageOf, waiverSchema } from '../api.ts';
import { pageQuery } from '../params.ts';
import { HttpProblem, problems } from '../problem.ts';
import type { Route } from './route.ts';

/** Gaps that somebody accepted. They count as exemptions in every judgement from then on, until their last day. */
export const waivers: Route = ({ store, rules }) => async (app) => {
  app.get('/api/waivers', {
    config: { needs: 'read' },
    schema: { summary: 'Waivers, newest first, withdrawn ones too', tags: ['waivers'], querystring: z.strictObject(pageQuery), response: { 200: pageOf(waiverSchema), ...problems } },
  }, async ({ query }) => store.waivers.list(query));

  app.post('/api/waivers', {
    config: { needs: 'waive' },
    schema: { summary: 'Accept gaps, with a reason', tags: ['waivers'], body: newWaiverSchema, response: { 201: waiverSchema, ...problems } },
  }, async (request, reply) => {
    const { rule } = request.body;
    if (!rule.includes('*') && !rules.has(rule)) throw new UserError('RR103', `There is no rule ${rule}.`, { hint: 'The list of rules has their ids.' });
    return reply.code(201).send(await store.waivers.add(request.body, { who: request.who, request: request.id }));
  });

  app.delete('/api/waivers/:waiver', {
    config: { needs: 'waive' },
    schema: { summary: 'Withdraw a waiver; it stays in the list', tags: ['waivers'], params: z.strictObject({ waiver: z.uuid() }), response: { 204: z.undefined(), ...problems } },
  }, async (request, reply) => {
    const outcome = await store.waivers.withdraw(request.params.waiver, { who: request.who, request: request.id });
    if (outcome === 'unknown') throw new HttpProblem(404, 'There is no such waiver.');
    if (outcome === 'was withdrawn') throw new HttpProblem(409, 'The waiver was withdrawn already.');
    return reply.code(204).send(undefined);
  });
};
