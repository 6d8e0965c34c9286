import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Store } from './store/store.ts';
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
export async function conditional(request: FastifyRequest, reply: FastifyReply, { store, views }: { readonly store: Store; readonly views: Views }): Promise<void> {
  const { snapshot } = request.params as { readonly snapshot?: string };
  if (snapshot === undefined || request.method !== 'GET') return;
  const { since } = request.query as { readonly since?: string };
  for (const id of [snapshot, ...(since === undefined ? [] : [since])]) if ((await store.snapshots.get(id)) === undefined) throw new HttpProblem(404, `There is no snapshot ${id}.`);
  const context = await views.context();
  request.asOf = context;
  const { digest } = context;
  const tag = `W/"${createHash('sha256').update(`${request.url}\n${digest}`).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((each) => each.trim());
  if (known.includes(tag) || known.includes('*')) await reply.code(304).send();
}
