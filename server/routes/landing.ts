import type { Route } from './route.ts';

const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>regionready</title>
<h1>regionready</h1>
<p>This server answers at <a href="/api/openapi.json">/api</a>; the link is its description as OpenAPI.</p>
</html>
`;

export const landing: Route = () => async (app) => {
  app.get('/', { config: { needs: 'open' }, schema: { hide: true } }, async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
};
