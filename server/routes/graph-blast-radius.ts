import { z } from 'zod';
import { blastRadius } from '../../graph/queries/blast-radius.ts';
import { pageOf } from '../api.ts';
import { listed, oneOrMore, pageFrom, pageQuery, snapshotParams } from '../params.ts';
import { requireNodes } from '../nodes.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const riskSchema = z.strictObject({ id: z.string(), state: z.enum(['copied', 'lost', 'unknown']), copies: z.array(z.string()), writers: z.array(z.string()) });
const radiusSchema = z.strictObject({
  outage: pageOf(z.string()).describe('Resources that stop or degrade because what they need is gone'),
  data: z.array(riskSchema).describe('What becomes of the data in what is lost'),
});

export const graphBlastRadius: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/graph/blast-radius', {
    config: { needs: 'read' },
    schema: { summary: 'What follows from the loss of resources', tags: ['graph'], params: snapshotParams, querystring: z.strictObject({ lost: oneOrMore(50).describe('Resource id; repeatable'), ...pageQuery }), response: { 200: radiusSchema, ...problems } },
  }, async ({ params: { snapshot }, query: { lost, ...part } }) => {
    const view = await views.estate(snapshot);
    const { outage, data } = blastRadius(view, requireNodes(view, listed(lost)));
    return { outage: pageFrom(outage, part), data: data.map(({ id, state, copies, writers }) => ({ id, state, copies: copies.slice(0, part.limit), writers: writers.slice(0, part.limit) })) };
  });
};
