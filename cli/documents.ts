import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { messageOf, UserError } from '../model/errors.ts';
import { readinessSchema, type Readiness } from '../model/readiness.ts';
import { simulationSchema, type Simulation } from '../model/simulation.ts';

/** Readinesses that `audit --format json` wrote: one, or a list of them. Throws RR201, RR202, RR801. */
export async function readReadinesses(path: string, cwd: string): Promise<readonly Readiness[]> {
  const value = await readJsonFile(path, cwd);
  return (Array.isArray(value) ? value : [value]).map((each) => parsedAs(readinessSchema, each, { path, what: 'readiness' }));
}

/** Simulations that `simulate --format json` wrote; undefined where the file holds something else. */
export async function readSimulations(path: string, cwd: string): Promise<readonly Simulation[] | undefined> {
  const value = await readJsonFile(path, cwd);
  if (typeof value !== 'object' || value === null || !('simulations' in value) || !Array.isArray(value.simulations)) return undefined;
  return value.simulations.map((each: unknown) => parsedAs(simulationSchema, each, { path, what: 'simulation' }));
}

/** Throws RR201 and RR202 for a file that cannot be read, RR801 for one that is no JSON. */
export async function readJsonFile(path: string, cwd: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(resolve(cwd, path), 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') throw new UserError('RR201', `There is no ${path}.`, { cause: thrown });
    throw new UserError('RR202', `${path} cannot be read: ${messageOf(thrown)}`, { cause: thrown });
  }
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new UserError('RR801', `${path} is not JSON: ${messageOf(thrown)}`, { cause: thrown });
  }
}

export function parsedAs<T>(schema: z.ZodType<T>, value: unknown, { path, what }: { readonly path: string; readonly what: string }): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError('RR801', `${path} is no ${what} of this version: ${issue === undefined ? 'unknown form' : `${issue.path.join('.') || 'document'}: ${issue.message}`}`);
}
