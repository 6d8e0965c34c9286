import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.ts';
import type { Context, Views } from './views.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What people had said when the request came, where that was looked up. */
    asOf: Context | undefined;
  }
}

/**
 * What is computed of a snapshot changes only with the address, the day, the configuration, the waivers and the annotations. Answers 404
 * where there is no such snapshot and 304 to who has the answer already, before anything is computed.
 */
export async function conditional(request: FastifyRequest, reply: FastifyReply, views: Views): Promise<void> {
  const { snapshot } = request.params as { readonly snapshot?: string };
  if (snapshot === undefined || request.method !== 'GET') return;
  const { since } = request.query as { readonly since?: string };
  const ids = [snapshot, ...(since === undefined ? [] : [since])];
  const [context, ...found] = await Promise.all([views.context(), ...ids.map((id) => views.has(id))]);
  for (const [index, isThere] of found.entries()) if (!isThere) throw new HttpProblem(404, `There is no snapshot ${ids[index]}.`);
  request.asOf = context;
  const { digest } = context;
  const tag = `W/"${createHash('sha256').update(`${request.url}\n${digest}`).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((each) => each.trim());
  if (known.includes(tag) || known.includes('*')) await reply.code(304).send();
}
