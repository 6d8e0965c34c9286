import { getHeapStatistics } from 'node:v8';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import underPressure from '@fastify/under-pressure';
import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors, jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { admit } from './access.ts';
import { conditional } from './etag.ts';
import type { ServerOptions } from './options.ts';
import { HttpProblem, sendProblem } from './problem.ts';
import { routes } from './routes/index.ts';
import { meter, metrics } from './routes/metrics.ts';
import { viewsOf } from './views.ts';

/** The API as a Fastify plugin. It keeps documents, asks the core and computes nothing itself. */
export async function app(fastify: FastifyInstance, options: ServerOptions): Promise<void> {
  const { store, limits, tool } = options;
  const views = viewsOf(options);
  fastify.setValidatorCompiler(validatorCompiler);
  fastify.setSerializerCompiler(serializerCompiler);
  fastify.setErrorHandler((thrown: FastifyError, request, reply) => sendProblem(explained(thrown), request, reply));
  fastify.setNotFoundHandler((request, reply) => sendProblem(new HttpProblem(404, 'There is nothing at this address.'), request, reply));
  fastify.decorateRequest('who', '');
  await guard(fastify, options);
  const registry = meter(fastify, () => views.bytes());
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    request.who = await admit(request, options);
  });
  limitUploads(fastify, limits.uploads);
  fastify.addHook('preHandler', (request, reply) => conditional(request, reply, { store, views }));
  await fastify.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'regionready', version: tool, description: 'Are we ready to run in another AWS region, and if not, what exactly is in the way?' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: options.access === 'token' ? [{ token: [] }] : [],
    },
    transform: jsonSchemaTransform,
  });
  for (const route of [...routes, metrics(registry)]) await fastify.register(route({ ...options, views }));
}

/** What stands before every route: headers, limits, compression. */
async function guard(fastify: FastifyInstance, { limits }: ServerOptions): Promise<void> {
  const none = ["'none'"];
  await fastify.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: none, scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'", 'data:'], connectSrc: ["'self'"], baseUri: none, formAction: none, frameAncestors: none } },
    strictTransportSecurity: false,
  });
  await fastify.register(rateLimit, { max: limits.requestsPerMinute, timeWindow: 60_000, errorResponseBuilder: (_request, { after }) => new HttpProblem(429, `Too many requests: try again in ${after}.`) });
  // By the heap only: after one long judgement the loop is free again, and nobody need be turned away.
  await fastify.register(underPressure, { maxHeapUsedBytes: 0.9 * getHeapStatistics().heap_size_limit, retryAfter: 10, pressureHandler: (request, reply) => void sendProblem(new HttpProblem(503, 'The server is busy.'), request, reply) });
  await fastify.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
}

/** Each takes a connection and a file; more than a few at the same time help nobody. */
function limitUploads(fastify: FastifyInstance, most: number): void {
  const under = new WeakSet<object>();
  let count = 0;
  fastify.addHook('preParsing', async (request) => {
    if (request.routeOptions.config.upload !== true) return;
    if (count >= most) throw new HttpProblem(429, `${most} uploads are under way: try again later.`);
    under.add(request);
    count += 1;
    request.raw.once('close', () => leave(request));
  });
  fastify.addHook('onResponse', async (request) => leave(request));
  const leave = (request: object): void => {
    if (under.delete(request)) count -= 1;
  };
}

/** What the schema of a route says of a request, in one line. */
function explained(thrown: FastifyError): Error {
  if (!hasZodFastifySchemaValidationErrors(thrown)) return thrown;
  const [first] = thrown.validation;
  const place = `${thrown.validationContext ?? 'request'}${(first?.instancePath ?? '').replaceAll('/', '.')}`;
  return new HttpProblem(400, `${place}: ${first?.message ?? 'not as described'}`);
}
