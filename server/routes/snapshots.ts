import { pipeline, type Readable } from 'node:stream';
import { z } from 'zod';
import { lineSchema, pageOf, snapshotSchema } from '../api.ts';
import { pageQuery, snapshotParams } from '../params.ts';
import { HttpProblem, problems } from '../problem.ts';
import { meter } from '../snapshot-text.ts';
import type { Route } from './route.ts';

/** Snapshots: kept, listed, told of and deleted. */
export const snapshots: Route = ({ store, views, limits }) => async (app) => {
  for (const type of ['application/x-ndjson', 'application/gzip', 'application/octet-stream']) app.addContentTypeParser(type, { bodyLimit: limits.uploadBytes }, (_request, payload, done) => done(null, pipeline(payload, meter('The upload', limits.uploadBytes, 'as it arrives'), () => undefined)));

  app.get('/api/snapshots', {
    config: { needs: 'read' },
    schema: { summary: 'Snapshots, newest first', tags: ['snapshots'], querystring: z.strictObject(pageQuery), response: { 200: pageOf(snapshotSchema), ...problems } },
  }, async ({ query }) => store.snapshots.list(query));

  app.post('/api/snapshots', {
    config: { needs: 'upload', upload: true },
    bodyLimit: limits.uploadBytes,
    schema: {
      summary: 'Keep a snapshot; the answer comes when it is on the disk',
      description: 'The body is the snapshot as `regionready scan` writes it, as NDJSON or compressed with gzip. 201: it is new. 200: it was there already.',
      tags: ['snapshots'],
      consumes: ['application/x-ndjson', 'application/gzip', 'application/octet-stream'],
      querystring: z.strictObject({ name: lineSchema.max(200).default('estate') }),
      response: { 200: snapshotSchema, 201: snapshotSchema, ...problems },
    },
  }, async (request, reply) => {
    const body = request.body as Readable | undefined;
    if (typeof body?.pipe !== 'function') throw new HttpProblem(415, 'Send the snapshot as application/x-ndjson or application/gzip.');
    const { snapshot, created } = await store.snapshots.put(body, { name: request.query.name, maxBytes: limits.snapshotBytes }, { who: request.who, request: request.id });
    return reply.code(created ? 201 : 200).header('location', `/api/snapshots/${snapshot.id}`).send(snapshot);
  });

  app.get('/api/snapshots/:snapshot', {
    config: { needs: 'read' },
    schema: { summary: 'What is known of a snapshot', tags: ['snapshots'], params: snapshotParams, response: { 200: snapshotSchema, ...problems } },
  }, async ({ params: { snapshot } }) => {
    const found = await store.snapshots.get(snapshot);
    if (found === undefined) throw new HttpProblem(404, `There is no snapshot ${snapshot}.`);
    return found;
  });

  app.delete('/api/snapshots/:snapshot', {
    config: { needs: 'admin' },
    schema: { summary: 'Delete a snapshot and what was kept of it', tags: ['snapshots'], params: snapshotParams, response: { 204: z.undefined(), ...problems } },
  }, async (request, reply) => {
    const { snapshot } = request.params;
    if (!(await store.snapshots.remove(snapshot, { who: request.who, request: request.id }))) throw new HttpProblem(404, `There is no snapshot ${snapshot}.`);
    views.forget(snapshot);
    return reply.code(204).send(undefined);
  });
};
