import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cfnTypeRegionsTable } from './cfn-type-regions.ts';
import { cfnTypesTable } from './cfn-types.ts';
import { countriesTable } from './countries.ts';
import { instanceRegionsTable } from './instance-regions.ts';
import { lambdaRuntimesTable } from './lambda-runtimes.ts';
import { landTable } from './land.ts';
import { latencyTable } from './latency.ts';
import { regionalConstantsTable } from './regional-constants.ts';
import { regionsTable } from './regions.ts';
import { sdkOperationsTable } from './sdk-operations.ts';
import { serviceMapTable } from './service-map.ts';
import { serviceRegionsTable } from './service-regions.ts';
import { openSources } from './sources.ts';
import { writeTable, type Derive } from './table.ts';

/**
 * Derives the tables of model/data from the newest packages of npm and PyPI: `npm run catalogue`, or with the names of tables to
 * derive only those. pinned-regions and feature-regions are curated by hand and left alone.
 */
const tables: Readonly<Record<string, Derive>> = {
  regions: regionsTable,
  'service-regions': serviceRegionsTable,
  'service-map': serviceMapTable,
  'cfn-type-regions': cfnTypeRegionsTable,
  'cfn-types': cfnTypesTable,
  'instance-regions': instanceRegionsTable,
  'lambda-runtimes': lambdaRuntimesTable,
  latency: latencyTable,
  countries: countriesTable,
  land: landTable,
  'regional-constants': regionalConstantsTable,
  'sdk-operations': sdkOperationsTable,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(tables, name));
if (unknown.length > 0) throw new Error(`No such table: ${unknown.join(', ')}. Tables: ${Object.keys(tables).join(', ')}`);

const folder = await mkdtemp(join(tmpdir(), 'regionready-catalogue-'));
try {
  const sources = openSources(folder);
  for (const [name, derive] of Object.entries(tables)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const table = await derive(sources);
    await writeTable(table);
    console.log(`${name}: ${table.meta.source}${table.meta.version === 'none' ? '' : ` ${table.meta.version}`} of ${table.meta.date}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
