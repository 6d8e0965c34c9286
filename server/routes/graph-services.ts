import { z } from 'zod';
import { graphDocument } from '../../graph/queries/graph-document.ts';
import { drawnGraphSchema } from '../api.ts';
import { overlayQuery, withOverlay } from '../drawn.ts';
import { listed, oneOrMore, pageQuery, snapshotParams } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const querystring = z.strictObject({
  service: oneOrMore(50).optional().describe('Only this service and what is around it; repeatable'),
  depth: z.coerce.number().int().min(0).max(5).default(1).describe('Steps from these'),
  limit: pageQuery.limit.default(200).describe('Most services, those with most resources first'),
  ...overlayQuery,
});

export const graphServices: Route = ({ views, tool }) => async (app) => {
  app.get('/api/snapshots/:snapshot/graph/services', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'Services and how they need each other', tags: ['graph'], params: snapshotParams, querystring, response: { 200: drawnGraphSchema, ...problems } },
  }, async ({ params: { snapshot }, query: { service, depth, limit, ...query } }) => {
    const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, await views.context())]);
    const document = graphDocument(view, services, { level: 'service', services: listed(service), depth, limit });
    return { tool, ...document, nodes: await withOverlay(views, { snapshot, query, nodes: document.nodes }) };
  });
};
