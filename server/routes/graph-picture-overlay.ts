import { z } from 'zod';
import { pictureOverlaySchema } from '../../model/picture.ts';
import { judgedNodes, nodesAfterLoss } from '../../rules/picture-overlay.ts';
import { lossOf } from '../losses.ts';
import { listed, oneOrMore, snapshotParams, wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import { pictured, pictureQuery } from './graph-picture.ts';
import type { Route } from './route.ts';

const querystring = z.strictObject({
  ...pictureQuery, ...wishQuery,
  overlay: z.literal('readiness').optional().describe('Says what the judgement for the target says'),
  lose: oneOrMore(10).optional().describe('What is lost at the same time, as simulate takes it'),
  lost: oneOrMore(50).optional().describe('Resource id that is lost; repeatable'),
  lostService: oneOrMore(10).optional().describe('Service that is lost as a whole; repeatable'),
});

/** Apart from the picture, since that comes at once and the first judgement of a large estate takes seconds. */
export const graphPictureOverlay: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/graph/picture/overlay', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'What a judgement and a loss say of the nodes of a picture', tags: ['graph'], params: snapshotParams, querystring, response: { 200: pictureOverlaySchema, ...problems } },
  }, async ({ params: { snapshot }, query: { overlay, lose, lost, lostService, home, target, strategy, ...query } }) => {
    const context = await views.context();
    const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, context)]);
    const { members } = await pictured(views, snapshot, query);
    const drawn = { view, services, members };
    const losing = { losses: listed(lose).map(lossOf), resources: listed(lost), services: listed(lostService) };
    return {
      ...(overlay === undefined ? {} : { nodes: judgedNodes(drawn, await views.readiness(snapshot, wishOf({ home, target, strategy }), context), query.by === 'none') }),
      ...(Object.values(losing).every((each) => each.length === 0) ? {} : nodesAfterLoss(drawn, losing)),
    };
  });
};
