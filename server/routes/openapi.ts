import type { Route } from './route.ts';

export const openapi: Route = () => async (app) => {
  app.get('/api/openapi.json', { config: { needs: 'open' }, schema: { hide: true } }, async (_request, reply) => reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(app.swagger()));
};
