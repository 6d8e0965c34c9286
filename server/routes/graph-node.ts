import { z } from 'zod';
import { management, managements } from '../../graph/queries/iac-coverage.ts';
import type { Told } from '../../model/resource.ts';
import { sourceSchema } from '../../model/source.ts';
import { snapshotParams } from '../params.ts';
import { requireNodes } from '../nodes.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const nodeSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  resourceType: z.string(),
  kind: z.string().optional(),
  region: z.string().optional(),
  account: z.string().optional(),
  arn: z.string().optional(),
  stack: z.string().optional(),
  tags: z.record(z.string(), z.string()),
  attributes: z.record(z.string(), z.unknown()).describe('What was told; a missing one means that nobody told'),
  sources: z.array(sourceSchema),
  management: z.enum(managements).describe('managed: it runs and is declared; unmanaged: it runs, and nothing declares it; undeployed: it is declared, and an inventory did not find it; unseen: it is declared, and nobody looked'),
  disagreements: z.record(z.string(), z.array(z.strictObject({ value: z.unknown(), source: sourceSchema }))).optional().describe('Attributes of which sources tell different things, the most trusted first'),
  service: z.string(),
  because: z.string().optional().describe('Why it belongs to the service'),
  edges: z.strictObject({ out: z.int(), in: z.int(), dangling: z.int().describe('References to what is not in the estate') }),
});

export const graphNode: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/graph/node', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'Everything about a resource', tags: ['graph'], params: snapshotParams, querystring: z.strictObject({ id: z.string().min(1).max(2048) }), response: { 200: nodeSchema, ...problems } },
  }, async ({ params: { snapshot }, query: { id } }) => {
    const view = await views.estate(snapshot);
    requireNodes(view, [id]);
    const { service, because } = (await views.services(snapshot, await views.context())).why(id);
    const resource = view.resource(id) ?? (undefined as never);
    const { name, resourceType, kind, region, account, arn, stack, tags, attributes, sources, disagreements } = resource;
    return { id, name, resourceType, kind, region, account, arn, stack, tags, attributes, sources: [...sources], management: management(view)(resource), ...(disagreements === undefined ? {} : { disagreements: disagreements as Record<string, Told[]> }), service, because, edges: { out: view.out(id).length, in: view.in(id).length, dangling: view.dangling(id).length } };
  });
};
