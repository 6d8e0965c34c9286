import { z } from 'zod';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

export const health: Route = ({ store }) => async (app) => {
  app.get('/api/health', {
    config: { needs: 'open' },
    schema: { summary: 'Whether the server and its store answer', tags: ['server'], response: { 200: z.strictObject({ status: z.literal('ok') }), ...problems } },
  }, async () => {
    await store.ping();
    return { status: 'ok' as const };
  });
};
