import { z } from 'zod';
import { pageOf } from '../api.ts';
import { jobSchema, newScanSchema, scanSchema } from '../jobs/api.ts';
import { pageQuery } from '../params.ts';
import { HttpProblem, problems } from '../problem.ts';
import type { Route } from './route.ts';

const params = z.strictObject({ scan: z.uuid() });

/** Scans that are repeated, or run when somebody asks for it. */
export const scans: Route = ({ store }) => async (app) => {
  app.get('/api/scans', {
    config: { needs: 'read' },
    schema: { summary: 'Scans that are defined, by name', tags: ['scans'], querystring: z.strictObject(pageQuery), response: { 200: pageOf(scanSchema), ...problems } },
  }, async ({ query }) => store.scans.list(query));

  app.post('/api/scans', {
    config: { needs: 'admin' },
    schema: { summary: 'Define a scan', tags: ['scans'], body: newScanSchema, response: { 201: scanSchema, ...problems } },
  }, async (request, reply) => {
    const made = await store.scans.define(request.body, { who: request.who, request: request.id });
    if (made === undefined) throw new HttpProblem(409, 'A scan of this name exists.');
    return reply.code(201).header('location', `/api/scans/${made.id}`).send(made);
  });

  app.get('/api/scans/:scan', {
    config: { needs: 'read' },
    schema: { summary: 'A scan', tags: ['scans'], params, response: { 200: scanSchema, ...problems } },
  }, async (request) => {
    const found = await store.scans.get(request.params.scan);
    if (found === undefined) throw new HttpProblem(404, 'There is no such scan.');
    return found;
  });

  app.delete('/api/scans/:scan', {
    config: { needs: 'admin' },
    schema: { summary: 'Delete a scan with its jobs; the snapshots that they made stay', tags: ['scans'], params, response: { 204: z.undefined(), ...problems } },
  }, async (request, reply) => {
    if (!(await store.scans.remove(request.params.scan, { who: request.who, request: request.id }))) throw new HttpProblem(404, 'There is no such scan.');
    return reply.code(204).send(undefined);
  });

  app.post('/api/scans/:scan/jobs', {
    config: { needs: 'upload' },
    schema: { summary: 'Run a scan now; the job that waits or runs already, if there is one', tags: ['scans'], params, response: { 202: jobSchema, ...problems } },
  }, async (request, reply) => {
    const job = await store.jobs.enqueue(request.params.scan, { who: request.who, request: request.id });
    if (job === undefined) throw new HttpProblem(404, 'There is no such scan.');
    return reply.code(202).header('location', `/api/jobs/${job.id}`).send(job);
  });
};
