import { z } from 'zod';
import { UserError } from '../../model/errors.ts';
import { told } from '../../model/reading.ts';
import { latencyBetween, regionOf, regions as table, type Region } from '../../model/region.ts';
import { pageOf } from '../api.ts';
import { pageFrom, pageQuery } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const regionSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  partition: z.string(),
  status: z.string(),
  optIn: z.boolean().nullable().describe('Whether accounts must enable it first; null where that is not known'),
  zones: z.int().optional().describe('Missing where nobody told'),
  opened: z.string().optional(),
  country: z.string().optional().describe('ISO 3166-1 alpha-2'),
  city: z.string().optional().describe('That the region is named after'),
  latitude: z.number().optional().describe('Of the city; AWS publishes no sites'),
  longitude: z.number().optional(),
  roundTrip: z.strictObject({ from: z.string(), ms: z.number(), measured: z.boolean().describe('Otherwise estimated from the distance') }).optional().describe('From the region that was asked for'),
});

const from = z.string().max(64).optional().describe('Region from which to tell the round trip');

/** Regions as the dated tables know them. */
export const regions: Route = () => async (app) => {
  app.get('/api/regions', {
    config: { needs: 'read' },
    schema: { summary: 'Regions', tags: ['reference'], querystring: z.strictObject({ from, ...pageQuery }), response: { 200: pageOf(regionSchema), ...problems } },
  }, async ({ query }) => {
    const { items, ...page } = pageFrom([...table.values()], query);
    return { ...page, items: items.map((region) => regionInfo(region, query.from)) };
  });

  app.get('/api/regions/:region', {
    config: { needs: 'read' },
    schema: { summary: 'One region', tags: ['reference'], params: z.strictObject({ region: z.string().max(64) }), querystring: z.strictObject({ from }), response: { 200: regionSchema, ...problems } },
  }, async ({ params, query }) => {
    const region = regionOf(params.region);
    if (region === undefined) throw new UserError('RR404', `There is no region ${params.region}.`, { hint: 'The list of regions has their codes.' });
    return regionInfo(region, query.from);
  });
};

function regionInfo({ code, longName, partition, status, optIn, azIds, launchDate, country, city, lat, lon }: Region, from: string | undefined): z.infer<typeof regionSchema> {
  const latency = from === undefined ? undefined : latencyBetween(from, code);
  return {
    code, name: longName, partition, status, optIn,
    ...(azIds.length === 0 ? {} : { zones: azIds.length }),
    ...told({ country, city, latitude: lat, longitude: lon }),
    ...(launchDate === undefined || launchDate === null ? {} : { opened: launchDate }),
    ...(from === undefined || latency === undefined ? {} : { roundTrip: { from, ...latency } }),
  };
}
