import { z } from 'zod';
import { readinessDifferenceSchema, snapshotDifferenceSchema } from '../../model/difference.ts';
import { differenceOfReadinesses } from '../../rules/difference/readinesses.ts';
import { differenceOfSnapshots } from '../../rules/difference/snapshots.ts';
import { snapshotIdSchema } from '../api.ts';
import { pageFrom, pageQuery, snapshotParams, wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const since = snapshotIdSchema.describe('The earlier snapshot');
const ofSnapshots = snapshotDifferenceSchema.extend({ total: z.int().describe('Resources that differ; the page holds some of them') });
const ofReadinesses = readinessDifferenceSchema.extend({ total: z.int().describe('Verdicts that differ; the page holds some of them') });

/** What became of an estate since an earlier snapshot: its resources, and its gaps. */
export const difference: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/difference', {
    config: { needs: 'read' },
    schema: { summary: 'Resources that came, went or changed since an earlier snapshot', tags: ['difference'], params: snapshotParams, querystring: z.strictObject({ since, ...pageQuery }), response: { 200: ofSnapshots, ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const before = await views.facts(query.since);
    const made = differenceOfSnapshots(before, await views.facts(snapshot));
    const { items, total } = pageFrom(made.resources, query);
    const { added, removed } = made.blindSpots;
    return { ...made, resources: items, blindSpots: { added: added.slice(0, query.limit), removed: removed.slice(0, query.limit) }, total };
  });

  app.get('/api/snapshots/:snapshot/readiness/difference', {
    config: { needs: 'read' },
    schema: { summary: 'What became of the gaps since an earlier snapshot, both judged for the same', tags: ['difference'], params: snapshotParams, querystring: z.strictObject({ since, ...wishQuery, ...pageQuery }), response: { 200: ofReadinesses, ...problems } },
  }, async ({ params: { snapshot }, query }) => {
    const context = await views.context();
    const before = await views.readiness(query.since, wishOf(query), context);
    const made = differenceOfReadinesses(before, await views.readiness(snapshot, wishOf(query), context));
    const { items, total } = pageFrom(made.verdicts, query);
    return { ...made, verdicts: items, total };
  });
};
