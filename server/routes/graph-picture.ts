import { z } from 'zod';
import { picture, type Pictured } from '../../graph/queries/picture.ts';
import { edgeTypeNames } from '../../model/edge.ts';
import { edgeTypeSchema } from '../../model/edge-type-schema.ts';
import { confidenceSchema, groupings, pictureSchema } from '../../model/picture.ts';
import { listed, oneOrMore, snapshotParams } from '../params.ts';
import { requireNodes } from '../nodes.ts';
import { problems } from '../problem.ts';
import type { Views } from '../views.ts';
import type { Route } from './route.ts';

/** What is in a picture. The same of the same estate is the same picture. */
export const pictureQuery = {
  by: z.enum(groupings).default('none').describe('Divides services by region, account or VPC'),
  open: oneOrMore(100).optional().describe('Service that is opened; repeatable'),
  show: oneOrMore(100).optional().describe('Resource id that stands by itself, its service open or not; repeatable'),
  service: oneOrMore(50).optional().describe('Only this service and what is around it; repeatable'),
  node: oneOrMore(50).optional().describe('Only this resource and what is around it; repeatable'),
  depth: z.coerce.number().int().min(0).max(5).default(1).describe('Steps from these'),
  edge: z.union([edgeTypeSchema, z.array(edgeTypeSchema).max(edgeTypeNames.length)]).optional().describe('Only edges of this kind; repeatable'),
  confidence: z.union([confidenceSchema, z.array(confidenceSchema).max(3)]).optional().describe('Only edges that are so sure; repeatable'),
  nodes: z.coerce.number().int().min(20).max(1000).default(320).describe('Most nodes'),
  lines: z.coerce.number().int().min(0).max(5000).default(660).describe('Most lines'),
};
const querySchema = z.strictObject(pictureQuery);
export type PictureQuery = z.output<typeof querySchema>;

export const graphPicture: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/graph/picture', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'The estate as people can look at it: services, opened in place, with what there is no room for gathered', tags: ['graph'], params: snapshotParams, querystring: querySchema, response: { 200: pictureSchema, ...problems } },
  }, async ({ params: { snapshot }, query }) => (await pictured(views, snapshot, query)).picture);
};

/** The picture that a request asks for. */
export async function pictured(views: Views, snapshot: string, query: PictureQuery): Promise<Pictured> {
  const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, await views.context())]);
  const { by, depth, nodes, lines } = query;
  const resources = requireNodes(view, listed(query.node));
  const wanted = <T extends string>(value: T | readonly T[] | undefined): readonly T[] => listed(value) as readonly T[];
  return picture(view, services, {
    by, nodes, lines, open: listed(query.open), shown: listed(query.show), types: wanted(query.edge), confidences: wanted(query.confidence),
    around: { services: listed(query.service), resources, depth },
  });
}
