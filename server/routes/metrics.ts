import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FastifyInstance } from 'fastify';
import type { Route } from './route.ts';


/** Counts every request of the server by route pattern, never by address: names from outside would make metrics without end. */
export function meter(app: FastifyInstance, cacheBytes: () => number): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({ name: 'regionready_http_request_duration_seconds', help: 'Time to answer', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60], registers: [registry] });
  new Gauge({ name: 'regionready_cache_bytes', help: 'Estimated bytes of computed views in memory', registers: [registry], collect() { this.set(cacheBytes()); } }).get();
  app.addHook('onResponse', async (request, reply) => {
    seconds.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  return registry;
}

export const metrics = (registry: Registry): Route => () => async (app) => {
  app.get('/api/metrics', { config: { needs: 'read' }, schema: { hide: true } }, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
};
