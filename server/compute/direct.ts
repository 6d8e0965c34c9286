import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { ZodType } from 'zod';
import type { Answered, Checked } from './channel.ts';

/** The answer of a route that looks something up. Throws what its handler throws. */
export type Direct = (checked: Checked) => Promise<Answered | undefined>;

/**
 * Routes that look things up, asked without a request: the server has checked theirs already, and making one up for the thread costs more
 * than most of the answers. To be called before the routes are added. Undefined for any other route.
 */
export function directRoutes(app: FastifyInstance): Direct {
  const routes = new Map<string, { handler(given: Omit<Checked, 'route'>): unknown; serialize(value: unknown): string }>();
  app.addHook('onRoute', ({ url, method, config, schema, handler }) => {
    const { 200: success } = (schema?.response ?? {}) as { readonly 200?: ZodType };
    // One that takes a reply does more with it than to return a value.
    if (method !== 'GET' || config?.lane !== 'browse' || handler.length > 1 || success === undefined) return;
    routes.set(url, { handler: (handler as RouteHandlerMethod).bind(app) as never, serialize: serializerCompiler({ schema: success, method, url, httpPart: 'response' }) });
  });
  return async ({ route, params, query }) => {
    const known = routes.get(route);
    if (known === undefined) return undefined;
    const text = known.serialize(await known.handler({ params, query }));
    return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: new TextEncoder().encode(text) };
  };
}
