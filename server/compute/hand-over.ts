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
  const { params, query, url, body, who, id } = request;
  const { snapshot = '' } = params as { readonly snapshot?: string };
  const checked = lane === 'browse' ? { checked: { route: request.routeOptions.url ?? '', params, query } } : {};
  const asked = { method: request.method === 'POST' ? 'POST' as const : 'GET' as const, url, who, request: id, ...checked, ...(body === undefined ? {} : { body }) };
  const context = request.asOf ?? (await views.context());
  const control = new AbortController();
  const leave = (): void => control.abort();
  reply.raw.once('close', leave);
  try {
    const { status, headers, ms, body: { buffer, byteOffset, byteLength } } = await threads.ask({ lane, snapshot, asked, context }, control.signal);
    // Nothing was computed for what was computed before.
    if (ms !== undefined) reply.header('server-timing', `compute;dur=${ms.toFixed(0)}`);
    return reply.code(status).headers(headers).send(Buffer.from(buffer, byteOffset, byteLength));
  } finally {
    reply.raw.off('close', leave);
  }
}

function laneOf({ routeOptions: { config, url = '' }, query }: FastifyRequest): Lane | undefined {
  const lane = config.lane ?? (url.startsWith('/api/snapshots/:snapshot/') ? 'judge' : undefined);
  // An overlay is a judgement.
  return lane === 'browse' && (query as { readonly overlay?: unknown }).overlay !== undefined ? 'judge' : lane;
}
