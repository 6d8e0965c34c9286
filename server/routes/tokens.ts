import { z } from 'zod';
import { madeTokenSchema, newTokenSchema, pageOf, tokenSchema } from '../api.ts';
import { pageFrom, pageQuery } from '../params.ts';
import { HttpProblem, problems } from '../problem.ts';
import type { Route } from './route.ts';

export const tokens: Route = ({ store }) => async (app) => {
  app.get('/api/tokens', {
    config: { needs: 'admin' },
    schema: { summary: 'Tokens, without their secrets', tags: ['access'], querystring: z.strictObject(pageQuery), response: { 200: pageOf(tokenSchema), ...problems } },
  }, async ({ query }) => pageFrom(await store.tokens.list(), query));

  app.post('/api/tokens', {
    config: { needs: 'admin' },
    schema: { summary: 'Make a token; its secret is shown this once', tags: ['access'], body: newTokenSchema, response: { 201: madeTokenSchema, ...problems } },
  }, async (request, reply) => {
    const made = await store.tokens.make(request.body, { who: request.who, request: request.id });
    if (made === undefined) throw new HttpProblem(409, 'A token of this name exists.');
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });

  app.delete('/api/tokens/:token', {
    config: { needs: 'admin' },
    schema: { summary: 'Revoke a token', tags: ['access'], params: z.strictObject({ token: z.uuid() }), response: { 204: z.undefined(), ...problems } },
  }, async (request, reply) => {
    const outcome = await store.tokens.revoke(request.params.token, { who: request.who, request: request.id });
    if (outcome === 'unknown') throw new HttpProblem(404, 'There is no such token.');
    if (outcome === 'last') throw new HttpProblem(409, 'It is the last token with the scope admin that does not expire: nobody could make another.');
    return reply.code(204).send(undefined);
  });
};
