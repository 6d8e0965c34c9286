import { join } from 'node:path';
import { z } from 'zod';
import { provenanceOf, readJson, type Sources } from './sources.ts';
import { sortedObject, type Table } from './table.ts';

const day = z.string().nullable().transform((text) => (text ? text : undefined));
const lifecycle = z.record(z.string(), z.object({ deprecated: day, 'create-block': day, 'update-block': day, successor: day }));

export async function lambdaRuntimesTable(sources: Sources): Promise<Table> {
  const cfnLint = await sources.wheel('cfn-lint');
  const runtimes = await readJson(join(cfnLint.folder, 'cfnlint', 'data', 'AdditionalSpecs', 'LmbdRuntimeLifecycle.json'), lifecycle);
  return {
    name: 'lambda-runtimes',
    meta: {
      title: 'Lambda runtimes',
      ...provenanceOf(cfnLint),
      derivedBy: 'scripts/catalogue/lambda-runtimes.ts',
      encoding: 'runtimes[id]: days (ISO 8601) from which the runtime is deprecated, functions cannot be created, functions cannot be updated; and what to move to. A missing day is not set',
      caveats: ['Lifecycle only: no public source tells runtimes apart by region.'],
    },
    body: {
      runtimes: sortedObject(Object.entries(runtimes).map(([id, { deprecated, successor, ...blocks }]) => [id, {
        deprecated, createBlock: blocks['create-block'], updateBlock: blocks['update-block'], successor,
      }])),
    },
  };
}
