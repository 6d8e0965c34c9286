import { z } from 'zod';
import { graphDocument } from '../../graph/queries/graph-document.ts';
import { edgeTypeNames, type EdgeType } from '../../model/edge.ts';
import { edgeTypeSchema } from '../../model/edge-type-schema.ts';
import { drawnGraphSchema } from '../api.ts';
import { overlayQuery, withOverlay } from '../drawn.ts';
import { listed, oneOrMore, pageQuery, snapshotParams } from '../params.ts';
import { requireNodes } from '../nodes.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';


const querystring = z.strictObject({
  node: oneOrMore(50).describe('Resource id; repeatable'),
  depth: z.coerce.number().int().min(0).max(5).default(1).describe('Steps from these'),
  edge: z.union([edgeTypeSchema, z.array(edgeTypeSchema).max(edgeTypeNames.length)]).optional().describe('Only edges of this kind; repeatable'),
  limit: pageQuery.limit.default(200).describe('Most resources, the nearest first'),
  ...overlayQuery,
});

export const graphNeighbourhood: Route = ({ views, tool }) => async (app) => {
  app.get('/api/snapshots/:snapshot/graph/neighbourhood', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'What is around a resource', tags: ['graph'], params: snapshotParams, querystring, response: { 200: drawnGraphSchema, ...problems } },
  }, async ({ params: { snapshot }, query: { node, depth, edge, limit, ...query } }) => {
    const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, await views.context())]);
    const around = requireNodes(view, listed(node));
    const document = graphDocument(view, services, { level: 'resource', around, depth, limit, edges: listed(edge) as readonly EdgeType[] });
    return { tool, ...document, nodes: await withOverlay(views, { snapshot, query, nodes: document.nodes }) };
  });
};
