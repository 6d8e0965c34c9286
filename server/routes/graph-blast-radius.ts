import { z } from 'zod';
import { blastRadius } from '../../graph/queries/blast-radius.ts';
import { spread } from '../../graph/queries/spread.ts';
import { compareText } from '../../model/json.ts';
import { radiusSchema } from '../api.ts';
import { listed, oneOrMore, pageFrom, pageQuery, snapshotParams } from '../params.ts';
import { requireNodes } from '../nodes.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

export const graphBlastRadius: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/graph/blast-radius', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'What follows from the loss of resources', tags: ['graph'], params: snapshotParams, querystring: z.strictObject({ lost: oneOrMore(50).describe('Resource id; repeatable'), ...pageQuery }), response: { 200: radiusSchema, ...problems } },
  }, async ({ params: { snapshot }, query: { lost, ...part } }) => {
    const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, await views.context())]);
    const gone = requireNodes(view, listed(lost));
    const { data } = blastRadius(view, gone);
    const outage = [...spread(view, gone)].map(([id, steps]) => ({ id, steps, service: services.of(id) }));
    const hit = Map.groupBy(outage, ({ service }) => service);
    return {
      outage: pageFrom(outage, part),
      services: [...hit].map(([service, all]) => ({ service, resources: all.length, steps: all[0]?.steps ?? 1 })).sort((a, b) => a.steps - b.steps || compareText(a.service, b.service)),
      data: data.map(({ id, state, copies, writers }) => ({ id, state, copies: copies.slice(0, part.limit), writers: writers.slice(0, part.limit) })),
    };
  });
};
