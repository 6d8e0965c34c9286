import { z } from 'zod';
import { auditEntrySchema, pageOf } from '../api.ts';
import { pageQuery } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

export const audit: Route = ({ store }) => async (app) => {
  app.get('/api/audit', {
    config: { needs: 'admin' },
    schema: { summary: 'Who changed what, newest first', tags: ['access'], querystring: z.strictObject(pageQuery), response: { 200: pageOf(auditEntrySchema), ...problems } },
  }, async ({ query }) => store.audit(query));
};
