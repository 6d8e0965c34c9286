import { z } from 'zod';
import { annotationContentSchema, annotationSchema, lineSchema, pageOf } from '../api.ts';
import { pageFrom, pageQuery } from '../params.ts';
import { HttpProblem, problems } from '../problem.ts';
import type { Route } from './route.ts';

const params = z.strictObject({ service: lineSchema });

/** Tier, objectives and strategy of services, over what the configuration says. */
export const annotations: Route = ({ store }) => async (app) => {
  app.get('/api/annotations', {
    config: { needs: 'read' },
    schema: { summary: 'What was said of services', tags: ['annotations'], querystring: z.strictObject(pageQuery), response: { 200: pageOf(annotationSchema), ...problems } },
  }, async ({ query }) => pageFrom(await store.annotations.all(), query));

  app.put('/api/annotations/:service', {
    config: { needs: 'waive' },
    schema: { summary: 'Say tier, objectives and strategy of a service', tags: ['annotations'], params, body: annotationContentSchema, response: { 200: annotationSchema, ...problems } },
  }, async (request) => store.annotations.set(request.params.service, request.body, { who: request.who, request: request.id }));

  app.delete('/api/annotations/:service', {
    config: { needs: 'waive' },
    schema: { summary: 'Take it back', tags: ['annotations'], params, response: { 204: z.undefined(), ...problems } },
  }, async (request, reply) => {
    if (!(await store.annotations.remove(request.params.service, { who: request.who, request: request.id }))) throw new HttpProblem(404, 'Nothing was said of this service.');
    return reply.code(204).send(undefined);
  });
};
