import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { isOver, type JobEvent } from '../jobs/api.ts';
import { HttpProblem, problems } from '../problem.ts';
import { jobParams } from './jobs.ts';
import type { Route } from './route.ts';

/** How often the store is asked for news, and how often a line is sent where there are none, so that proxies keep the connection. */
const pollMs = 500;
const heartbeatMs = 15_000;

/** What a job does, as server-sent events. Whichever process runs it writes its events into the store. */
export const jobEvents: Route = ({ store, limits }) => async (app) => {
  const closing = new AbortController();
  let open = 0;
  app.addHook('preClose', async () => closing.abort());

  app.get('/api/jobs/:job/events', {
    config: { needs: 'read' },
    schema: {
      summary: 'What a job does, as it does it: server-sent events that end with the job',
      description: 'Each event has the number of its place as its id. With Last-Event-ID only later ones are sent, so that a connection that broke is taken up where it was.',
      tags: ['scans'], params: jobParams,
      querystring: z.strictObject({ after: z.coerce.number().int().min(0).max(1e9).optional().describe('As Last-Event-ID, where a header cannot be sent') }),
      headers: z.object({ 'last-event-id': z.string().regex(/^\d{1,9}$/).optional() }),
      response: { 200: z.string(), ...problems },
    },
  }, async (request, reply) => {
    const { params: { job }, query, headers } = request;
    if ((await store.jobs.get(job)) === undefined) throw new HttpProblem(404, 'There is no such job.');
    if (open >= limits.streams) throw new HttpProblem(503, `${limits.streams} streams are open already.`, { retryAfter: 10 });
    open += 1;
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, closing.signal]);
    reply.hijack();
    reply.raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close' });
    try {
      for await (const text of streamOf(job, Number(headers['last-event-id'] ?? query.after ?? 0), signal)) if (!reply.raw.write(text)) await drained(reply.raw, signal);
    } catch (thrown) {
      // A stream has no status any more: it breaks, and the client takes it up again.
      if (!signal.aborted) request.log.error({ err: thrown }, 'a stream of events broke');
    } finally {
      open -= 1;
      reply.raw.end();
    }
  });

  async function* streamOf(job: string, from: number, signal: AbortSignal): AsyncIterable<string> {
    let place = from;
    let last = Date.now();
    yield 'retry: 2000\n\n';
    while (!signal.aborted) {
      // Asked before the events: those of an end are written with it.
      const state = (await store.jobs.get(job))?.state;
      const events = await store.jobs.events(job, place);
      for (const event of events) yield written(event);
      place = events.at(-1)?.place ?? place;
      if (events.length > 0) last = Date.now();
      else if (state === undefined || isOver(state)) return yield 'event: end\ndata: {}\n\n';
      if (Date.now() - last >= heartbeatMs) {
        last = Date.now();
        yield ': still there\n\n';
      }
      await after(pollMs, undefined, { signal });
    }
  }
};

/** Data is one line of JSON, so that no text can end an event or begin another. */
const written = ({ place, ...event }: JobEvent): string => `id: ${place}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;

function drained(stream: NodeJS.WritableStream, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    stream.once('drain', done);
    signal.addEventListener('abort', () => done(), { once: true });
  });
}
