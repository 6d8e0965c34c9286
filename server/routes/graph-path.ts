import { z } from 'zod';
import { paths } from '../../graph/queries/paths.ts';
import { edgeTypeSchema } from '../../model/edge-type-schema.ts';
import { snapshotParams } from '../params.ts';
import { requireNodes } from '../nodes.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const id = z.string().min(1).max(2048);
const querystring = z.strictObject({
  from: id,
  to: id,
  along: z.enum(['edges', 'needs']).default('needs').describe('edges: as they point; needs: from who needs to what is needed'),
  limit: z.coerce.number().int().min(1).max(5).default(1).describe('Most paths'),
});
const pathSchema = z.strictObject({
  nodes: z.array(z.string()),
  steps: z.array(z.array(edgeTypeSchema)).describe('Kinds of edge of each step'),
});

export const graphPath: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/graph/path', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'Shortest paths from one resource to another, without loops', tags: ['graph'], params: snapshotParams, querystring, response: { 200: z.strictObject({ paths: z.array(pathSchema) }), ...problems } },
  }, async ({ params: { snapshot }, query: { from, to, along, limit } }) => {
    const view = await views.estate(snapshot);
    requireNodes(view, [from, to]);
    return { paths: paths(view, { from, to, along, limit }).map(({ nodes, steps }) => ({ nodes: [...nodes], steps: steps.map((step) => step.map(({ type }) => type)) })) };
  });
};
