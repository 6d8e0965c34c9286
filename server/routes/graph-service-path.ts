import { z } from 'zod';
import { servicePath } from '../../graph/queries/service-path.ts';
import { UserError } from '../../model/errors.ts';
import { snapshotParams } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const service = z.string().min(1).max(2048);

export const graphServicePath: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/graph/services/path', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'The shortest way from a service to another one that it needs', tags: ['graph'], params: snapshotParams, querystring: z.strictObject({ from: service, to: service }), response: { 200: z.strictObject({ services: z.array(z.string()).describe('Both ends included; empty if there is no way') }), ...problems } },
  }, async ({ params: { snapshot }, query: { from, to } }) => {
    const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, await views.context())]);
    const strange = [from, to].find((name) => !services.all.some(({ id }) => id === name));
    if (strange !== undefined) throw new UserError('RR405', `There is no service ${strange}.`, { hint: 'The list of services has their names.' });
    return { services: servicePath(view, services, { from, to }) };
  });
};
