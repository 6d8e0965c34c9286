import { z } from 'zod';
import { filterFindings } from '../../model/finding-query.ts';
import { UserError } from '../../model/errors.ts';
import { snapshotParams, wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import { filterOf, findingFilters, placesIn } from './findings.ts';
import type { Route } from './route.ts';

const querystring = z.strictObject({ ...wishQuery, ...findingFilters, format: z.string().max(40).describe('csv, json, sarif, markdown or html') });

/** Findings as files for other programs and people. */
export const documents: Route = ({ views, documents: written }) => async (app) => {
  app.get('/api/snapshots/:snapshot/findings/document', {
    config: { needs: 'read' },
    schema: { summary: 'Verdicts that pass the filters, as a file', description: 'json is the readiness document with these verdicts only; its counts are those of the whole judgement.', tags: ['readiness'], params: snapshotParams, querystring, response: { 200: z.string(), ...problems } },
  }, async ({ params: { snapshot }, query }, reply) => {
    const document = Object.hasOwn(written, query.format) ? written[query.format] : undefined;
    if (document === undefined) throw new UserError('RR103', `There is no format ${query.format}.`, { hint: `Formats: ${Object.keys(written).join(', ')}.` });
    const context = await views.context();
    const readiness = await views.readiness(snapshot, wishOf(query), context);
    const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, context)]);
    const judgements = filterFindings(readiness.judgements, filterOf(query), placesIn(view));
    const text = await document.write({ ...readiness, judgements: [...judgements] }, { view, services });
    return reply.type(document.type).header('content-disposition', `attachment; filename="findings.${document.extension}"`).serializer(String).send(text);
  });
};
