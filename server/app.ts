import { getHeapStatistics } from 'node:v8';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { admit } from './access.ts';
import { answering } from './answering.ts';
import { handOver } from './compute/hand-over.ts';
import { conditional } from './etag.ts';
import type { ServerOptions } from './options.ts';
import { HttpProblem, sendProblem } from './problem.ts';
import { routes } from './routes/index.ts';
import { meter, metrics } from './routes/metrics.ts';
import { viewsOf } from './views.ts';

/** The API as a Fastify plugin. It keeps documents, asks the core and computes nothing itself. */
export async function app(fastify: FastifyInstance, options: ServerOptions): Promise<void> {
  const { limits, threads, tool } = options;
  const views = viewsOf(options);
  answering(fastify);
  await fastify.register(cookie);
  // Before everything that may refuse: its answers have an id too.
  fastify.addHook('onRequest', async ({ id }, reply) => void reply.header('x-request-id', id));
  await guard(fastify, options);
  const registry = meter(fastify, () => threads?.load() ?? { cacheBytes: views.bytes(), waiting: 0, running: 0 });
  fastify.addHook('onRequest', async (request) => {
    const { who, scopes } = await admit(request, options);
    request.who = who;
    request.scopes = scopes;
  });
  limitUploads(fastify, limits.uploads);
  fastify.addHook('preHandler', (request, reply) => conditional(request, reply, views));
  if (threads !== undefined) fastify.addHook('preHandler', (request, reply) => handOver(request, reply, { threads, views }));
  await fastify.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'regionready', version: tool, description: 'Are we ready to run in another AWS region, and if not, what exactly is in the way?' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: options.access === 'token' ? [{ token: [] }] : [],
    },
    transform: jsonSchemaTransform,
  });
  for (const route of [...routes, metrics(registry)]) await fastify.register(route({ ...options, views: threads === undefined ? views : { ...views, forget: (snapshot) => threads.forget(snapshot) } }));
}

/** What stands before every route: headers, limits, compression. */
async function guard(fastify: FastifyInstance, { limits }: ServerOptions): Promise<void> {
  const none = ["'none'"];
  await fastify.register(helmet, {
    global: false,
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: none, scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'", 'data:'], connectSrc: ["'self'"], baseUri: none, formAction: none, frameAncestors: none } },
    strictTransportSecurity: false,
  });
  // They say the same in every answer, so that they are made once.
  let headers: readonly (readonly [string, string])[] | undefined;
  fastify.addHook('onRequest', async (_request, { raw, helmet: make }) => {
    if (headers !== undefined) return headers.forEach(([name, value]) => raw.setHeader(name, value));
    await make();
    headers = Object.entries(raw.getHeaders()).map(([name, value]) => [name, String(value)]);
    return undefined;
  });
  await fastify.register(rateLimit, { max: limits.requestsPerMinute, timeWindow: 60_000, errorResponseBuilder: (_request, { after }) => new HttpProblem(429, `Too many requests: try again in ${after}.`) });
  // By the heap only: after one long judgement the loop is free again, and nobody need be turned away.
  await fastify.register(underPressure, { maxHeapUsedBytes: limits.heapBytes ?? 0.9 * getHeapStatistics().heap_size_limit, pressureHandler: (request, reply) => void sendProblem(new HttpProblem(503, 'The server has too little memory left at the moment: try again later.', { retryAfter: 10 }), request, reply) });
  await fastify.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
}

/** Each takes a connection and a file; more than a few at the same time help nobody. */
function limitUploads(fastify: FastifyInstance, most: number): void {
  const under = new WeakSet<object>();
  let count = 0;
  fastify.addHook('preParsing', async (request) => {
    if (request.routeOptions.config.upload !== true) return;
    if (count >= most) throw new HttpProblem(429, `${most} uploads are under way: try again later.`, { retryAfter: 5 });
    under.add(request);
    count += 1;
    request.raw.once('close', () => leave(request));
  });
  fastify.addHook('onResponse', async (request) => leave(request));
  const leave = (request: object): void => {
    if (under.delete(request)) count -= 1;
  };
}
