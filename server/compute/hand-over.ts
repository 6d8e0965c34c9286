import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lane } from '../options.ts';
import type { Views } from '../views.ts';
import type { ThreadPool } from './pool.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Which threads answer. What is computed of a snapshot is judging where the route says nothing. */
    lane?: Lane;
  }
}

/** Lets a thread answer what is computed of an estate. */
export async function handOver(request: FastifyRequest, reply: FastifyReply, { threads, views }: { readonly threads: ThreadPool; readonly views: Views }): Promise<FastifyReply | undefined> {
  const lane = laneOf(request);
  if (lane === undefined || reply.sent) return undefined;
  const control = new AbortController();
  reply.raw.once('close', () => control.abort());
  const { snapshot = '' } = request.params as { readonly snapshot?: string };
  const { url, body, who, id } = request;
  const asked = { method: request.method === 'POST' ? 'POST' as const : 'GET' as const, url, who, request: id, ...(body === undefined ? {} : { body }) };
  const { status, headers, body: answer } = await threads.ask({ lane, snapshot, asked, context: request.asOf ?? (await views.context()) }, control.signal);
  return reply.code(status).headers(headers).send(Buffer.from(answer.buffer));
}

function laneOf({ routeOptions: { config, url = '' }, query }: FastifyRequest): Lane | undefined {
  const lane = config.lane ?? (url.startsWith('/api/snapshots/:snapshot/') ? 'judge' : undefined);
  // An overlay is a judgement.
  return lane === 'browse' && (query as { readonly overlay?: unknown }).overlay !== undefined ? 'judge' : lane;
}
