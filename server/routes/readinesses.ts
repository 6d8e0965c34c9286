import { z } from 'zod';
import { readinessDifferenceSchema } from '../../model/difference.ts';
import type { Readiness } from '../../model/readiness.ts';
import { differenceOfReadinesses } from '../../rules/difference/readinesses.ts';
import { keptReadinessSchema, pageOf, readinessSummarySchema, snapshotIdSchema } from '../api.ts';
import { decodeReadiness, encodeReadiness } from '../kept-readiness.ts';
import { pageFrom, pageQuery, snapshotParams, wishOf, wishQuery } from '../params.ts';
import { HttpProblem, problems } from '../problem.ts';
import { summaryOf } from './readiness.ts';
import type { Route } from './route.ts';

const id = z.string().regex(/^[0-9a-f]{64}$/, 'The id of a readiness has 64 hexadecimal digits');

/** Judgements that are kept as they were, for the history. */
export const readinesses: Route = ({ store, views }) => async (app) => {
  const document = async (wanted: string): Promise<Readiness> => {
    const found = await store.readinesses.content(wanted);
    if (found === undefined) throw new HttpProblem(404, `There is no readiness ${wanted}.`);
    return decodeReadiness(found);
  };

  app.post('/api/snapshots/:snapshot/readinesses', {
    config: { needs: 'upload' },
    schema: { summary: 'Judge a snapshot and keep the judgement', description: '201: it is new. 200: the same was kept already.', tags: ['history'], params: snapshotParams, body: z.strictObject(wishQuery), response: { 200: keptReadinessSchema, 201: keptReadinessSchema, ...problems } },
  }, async (request, reply) => {
    const { snapshot } = request.params;
    const judged = await views.readiness(snapshot, wishOf(request.body), await views.context());
    const { kept, created } = await store.readinesses.keep(encodeReadiness(snapshot, judged), { who: request.who, request: request.id });
    return reply.code(created ? 201 : 200).header('location', `/api/readinesses/${kept.id}`).send(kept);
  });

  app.get('/api/readinesses', {
    config: { needs: 'read' },
    schema: { summary: 'Kept judgements, newest first: with target and strategy, the course of the score', tags: ['history'], querystring: z.strictObject({ snapshot: snapshotIdSchema.optional(), target: wishQuery.target, strategy: wishQuery.strategy, ...pageQuery }), response: { 200: pageOf(keptReadinessSchema), ...problems } },
  }, async ({ query }) => store.readinesses.list(query));

  app.get('/api/readinesses/:readiness', {
    config: { needs: 'read', lane: 'judge' },
    schema: { summary: 'A kept judgement, without its verdicts', tags: ['history'], params: z.strictObject({ readiness: id }), response: { 200: readinessSummarySchema, ...problems } },
  }, async ({ params }) => summaryOf(await document(params.readiness)));

  app.get('/api/readinesses/:readiness/difference', {
    config: { needs: 'read', lane: 'judge' },
    schema: { summary: 'What became of the gaps since an earlier kept judgement', tags: ['history'], params: z.strictObject({ readiness: id }), querystring: z.strictObject({ since: id, ...pageQuery }), response: { 200: readinessDifferenceSchema.extend({ total: z.int() }), ...problems } },
  }, async ({ params, query }) => {
    const [before, after] = [await document(query.since), await document(params.readiness)];
    if (before.intent.target !== after.intent.target) throw new HttpProblem(409, `One is about ${before.intent.target}, the other about ${after.intent.target}.`);
    const made = differenceOfReadinesses(before, after);
    const { items, total } = pageFrom(made.verdicts, query);
    return { ...made, verdicts: items, total };
  });
};
