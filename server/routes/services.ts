import { z } from 'zod';
import { membershipBases } from '../../model/membership.ts';
import { pageOf } from '../api.ts';
import { pageFrom, pageQuery, snapshotParams } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const serviceSchema = z.strictObject({ id: z.string(), basis: z.enum(membershipBases).describe('What decided that its resources belong together'), resources: z.int() });

export const services: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/services', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'Services of the estate, by name', tags: ['estate'], params: snapshotParams, querystring: z.strictObject(pageQuery), response: { 200: pageOf(serviceSchema), ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const { all } = await views.services(snapshot, await views.context());
    const { items, ...page } = pageFrom(all, query);
    return { ...page, items: items.map(({ id, basis, resources }) => ({ id, basis, resources: resources.length })) };
  });
};
