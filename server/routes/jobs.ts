import { z } from 'zod';
import { pageOf } from '../api.ts';
import { jobSchema } from '../jobs/api.ts';
import { pageQuery } from '../params.ts';
import { HttpProblem, problems } from '../problem.ts';
import type { Route } from './route.ts';

export const jobParams = z.strictObject({ job: z.uuid() });

export const jobs: Route = ({ store }) => async (app) => {
  app.get('/api/jobs', {
    config: { needs: 'read' },
    schema: { summary: 'Jobs, newest first', tags: ['scans'], querystring: z.strictObject({ scan: z.uuid().optional().describe('Only those of this scan'), ...pageQuery }), response: { 200: pageOf(jobSchema), ...problems } },
  }, async ({ query }) => store.jobs.list(query));

  app.get('/api/jobs/:job', {
    config: { needs: 'read' },
    schema: { summary: 'A job', tags: ['scans'], params: jobParams, response: { 200: jobSchema, ...problems } },
  }, async (request) => {
    const found = await store.jobs.get(request.params.job);
    if (found === undefined) throw new HttpProblem(404, 'There is no such job.');
    return found;
  });

  app.post('/api/jobs/:job/cancel', {
    config: { needs: 'upload' },
    schema: { summary: 'Cancel a job: at once where it waits, as soon as its process sees it where it runs', tags: ['scans'], params: jobParams, response: { 202: jobSchema, ...problems } },
  }, async (request, reply) => {
    const outcome = await store.jobs.cancel(request.params.job, { who: request.who, request: request.id });
    const job = await store.jobs.get(request.params.job);
    if (outcome === 'unknown' || job === undefined) throw new HttpProblem(404, 'There is no such job.');
    if (outcome === 'over') throw new HttpProblem(409, `The job is ${job.state} already.`);
    return reply.code(202).send(job);
  });
};
