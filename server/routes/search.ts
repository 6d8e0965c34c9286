import { z } from 'zod';
import { search as found } from '../../graph/queries/search.ts';
import { pageOf } from '../api.ts';
import { pageFrom, pageQuery, searchText, snapshotParams } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

export const hitSchema = z.strictObject({ id: z.string(), name: z.string(), resourceType: z.string(), region: z.string().optional(), account: z.string().optional(), service: z.string() });

export const search: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/search', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'Resources whose name, id or type contains a text, without regard to case', tags: ['graph'], params: snapshotParams, querystring: z.strictObject({ text: searchText, ...pageQuery }), response: { 200: pageOf(hitSchema), ...problems } },
  }, async ({ params: { snapshot }, query: { text, ...part } }) => {
    const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, await views.context())]);
    const { items, ...page } = pageFrom(found(view, text), part);
    return { ...page, items: items.map(({ id, name, resourceType, region, account }) => ({ id, name, resourceType, region, account, service: services.of(id) })) };
  });
};
