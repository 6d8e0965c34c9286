import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, type Package, type Sources } from './sources.ts';

/** CloudFormation's registry as cfn-lint copies it: which types each region has. */
export interface Registry {
  readonly cfnLint: Package;
  /** Day the registry was read, ISO 8601. */
  readonly date: string;
  readonly types: ReadonlyMap<string, ReadonlySet<string>>;
  /** Regions for which the package holds a copy of us-east-1: no data. */
  readonly copies: readonly string[];
}

const providers = z.record(z.string(), z.string());
const schemaDate = z.object({ schema_date: z.string() });
const primary = 'us-east-1'; // regionready-ignore code-region-literal -- the files of cfn-lint are told as differences from it

export async function readRegistry(sources: Sources): Promise<Registry> {
  const cfnLint = await sources.wheel('cfn-lint');
  const schemas = join(cfnLint.folder, 'cfnlint', 'data', 'schemas');
  const { schema_date: date } = await readJson(join(schemas, 'version.json'), schemaDate);
  const folder = join(schemas, 'providers');
  const original = await readFile(join(folder, `${primary}.json`), 'utf8');
  const types = new Map<string, ReadonlySet<string>>();
  const copies: string[] = [];
  for (const file of (await readdir(folder)).sort()) {
    const region = file.replace(/\.json$/, '');
    if (!file.endsWith('.json') || region === 'sam') continue;
    const text = await readFile(join(folder, file), 'utf8');
    if (region !== primary && text === original) copies.push(region);
    else types.set(region, new Set(Object.keys(providers.parse(JSON.parse(text)))));
  }
  return { cfnLint, date: date.slice(0, 10), types, copies };
}
