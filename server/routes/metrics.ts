import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FastifyInstance } from 'fastify';
import type { Route } from './route.ts';

/** What is computed: estimated bytes of what is kept in memory, and requests that wait and that are computed. */
export interface Load {
  readonly cacheBytes: number;
  readonly waiting: number;
  readonly running: number;
}

/** Counts every request of the server by route pattern, never by address: names from outside would make metrics without end. */
export function meter(app: FastifyInstance, load: () => Load): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({ name: 'regionready_http_request_duration_seconds', help: 'Time to answer', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60], registers: [registry] });
  const gauge = (name: string, help: string, value: () => number): void => void new Gauge({ name, help, registers: [registry], collect() { this.set(value()); } });
  gauge('regionready_cache_bytes', 'Estimated bytes of computed views in memory', () => load().cacheBytes);
  gauge('regionready_computing_waiting', 'Requests that wait for a thread', () => load().waiting);
  gauge('regionready_computing_running', 'Requests that are computed', () => load().running);
  app.addHook('onResponse', async (request, reply) => {
    seconds.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  return registry;
}

export const metrics = (registry: Registry): Route => () => async (app) => {
  app.get('/api/metrics', { config: { needs: 'read' }, schema: { hide: true } }, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
};
