import { z } from 'zod';
import { expanded } from '../../graph/queries/expanded.ts';
import { edgeTypeNames, type EdgeType } from '../../model/edge.ts';
import { edgeTypeSchema } from '../../model/edge-type-schema.ts';
import { UserError } from '../../model/errors.ts';
import { expandedSchema } from '../api.ts';
import { overlayQuery, withOverlay } from '../drawn.ts';
import { listed, oneOrMore, pageQuery, snapshotParams } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const querystring = z.strictObject({
  service: oneOrMore(20).describe('Service that is opened; repeatable: edges between two opened services are shown between their resources'),
  edge: z.union([edgeTypeSchema, z.array(edgeTypeSchema).max(edgeTypeNames.length)]).optional().describe('Only edges of this kind; repeatable'),
  limit: pageQuery.limit.default(200).describe('Most resources of each service, those with most edges first, and most services around them'),
  ...overlayQuery,
});

export const graphExpanded: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/graph/expanded', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'Services opened in place: their resources, and how these hang together with the services that stay closed', tags: ['graph'], params: snapshotParams, querystring, response: { 200: expandedSchema, ...problems } },
  }, async ({ params: { snapshot }, query: { service, edge, limit, ...query } }) => {
    const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, await views.context())]);
    const opened = [...new Set(listed(service))];
    const strange = opened.find((name) => !services.all.some(({ id }) => id === name));
    if (strange !== undefined) throw new UserError('RR405', `There is no service ${strange}.`, { hint: 'The list of services has their names.' });
    const found = expanded(view, services, { services: opened, edges: listed(edge) as readonly EdgeType[], limit });
    return { services: opened, nodes: await withOverlay(views, { snapshot, query, nodes: found.nodes }), edges: [...found.edges], omitted: found.omitted };
  });
};
