import { z } from 'zod';
import { compareText } from '../../model/json.ts';
import { pageOf } from '../api.ts';
import { listed, oneOrMore, pageFrom, pageQuery, snapshotParams } from '../params.ts';
import { problems } from '../problem.ts';
import { hitSchema } from './search.ts';
import type { Route } from './route.ts';

const querystring = z.strictObject({
  service: oneOrMore(50).optional().describe('Repeatable'),
  type: oneOrMore(50).optional().describe('CloudFormation type; repeatable'),
  region: oneOrMore(50).optional().describe('Repeatable'),
  ...pageQuery,
});

export const resources: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/resources', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'Resources by service, type and region, sorted by type and name', tags: ['estate'], params: snapshotParams, querystring, response: { 200: pageOf(hitSchema), ...problems } },
  }, async ({ params: { snapshot }, query: { service, type, region, ...part } }) => {
    const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, await views.context())]);
    const [inServices, ofTypes, inRegions] = [service, type, region].map((each) => new Set(listed(each))) as [Set<string>, Set<string>, Set<string>];
    const passes = (wanted: ReadonlySet<string>, value: string | undefined): boolean => wanted.size === 0 || (value !== undefined && wanted.has(value));
    const found = [...view.estate.resources.values()].filter((resource) => passes(ofTypes, resource.resourceType) && passes(inRegions, resource.region) && passes(inServices, services.of(resource.id)));
    const sorted = found.sort((a, b) => compareText(a.resourceType, b.resourceType) || compareText(a.name, b.name) || compareText(a.id, b.id));
    const { items, ...page } = pageFrom(sorted, part);
    return { ...page, items: items.map(({ id, name, resourceType, region: at, account }) => ({ id, name, resourceType, region: at, account, service: services.of(id) })) };
  });
};
