import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { TemplateConfig } from '../model/config.ts';
import { messageOf, UserError } from '../model/errors.ts';
import { parametersIn } from '../scanner/iac/cloudformation/parameter-file.ts';
import type { Deployment } from '../scanner/iac/reader.ts';
import type { LoadedConfig } from './config.ts';
import { globMatcher } from './globs.ts';
import { regionNote } from './intent.ts';

type Parameters = Readonly<Record<string, string>>;

/** How the templates of a scan are deployed: by the first entry of the configuration that matches, else once to each home region. */
export interface DeploymentPlan {
  /** Empty where neither the configuration nor home says a region. */
  of(absolutePath: string, home: readonly string[]): readonly Deployment[];
  readonly notes: readonly string[];
}

export interface PlanDeployments {
  readonly loaded: LoadedConfig;
  /** Parameter files of the command line, relative to the working directory. */
  readonly parameters: readonly string[];
  readonly cwd: string;
}

/** Whether the configuration says that a file is deployed to several regions. */
export function deployedTwice({ config, folder }: LoadedConfig): (absolutePath: string) => boolean {
  const entries = (config.templates ?? []).map(({ path, regions = [] }) => ({ matches: globMatcher([path], folder), several: new Set(regions).size > 1 }));
  return (absolutePath) => entries.find(({ matches }) => matches(absolutePath))?.several === true;
}

/** Throws RR103, RR201, RR404 for parameter files and regions that cannot be used. */
export async function planDeployments({ loaded: { config, folder }, parameters, cwd }: PlanDeployments): Promise<DeploymentPlan> {
  const everywhere: Parameters = Object.assign({}, ...(await Promise.all(parameters.map((path) => parameterFile(resolve(cwd, path), path))))) as Parameters;
  const entries = await Promise.all((config.templates ?? []).map(async (entry) => ({ entry, matches: globMatcher([entry.path], folder), parameters: { ...(await configured(entry, folder)), ...everywhere } })));
  const notes = entries.flatMap(({ entry }) => (entry.regions ?? []).flatMap((region) => regionNote(region) ?? []));
  return {
    notes: [...new Set(notes)],
    of(absolutePath, home) {
      const found = entries.find(({ matches }) => matches(absolutePath));
      const regions = found?.entry.regions ?? home;
      const { account, stack } = found?.entry ?? {};
      return regions.map((region) => ({ region, account, stack, parameters: found?.parameters ?? everywhere }));
    },
  };
}

async function configured({ parameters }: TemplateConfig, folder: string): Promise<Parameters> {
  if (typeof parameters === 'string') return parameterFile(resolve(folder, parameters), parameters);
  return Object.fromEntries(Object.entries(parameters ?? {}).map(([name, value]) => [name, String(value)]));
}

async function parameterFile(absolute: string, given: string): Promise<Parameters> {
  let text: string;
  try {
    text = await readFile(absolute, 'utf8');
  } catch (thrown) {
    const missing = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(missing ? 'RR201' : 'RR202', missing ? `There is no parameter file ${given}.` : `${given} cannot be read: ${messageOf(thrown)}`, { cause: thrown });
  }
  const parameters = parametersIn(text);
  if (parameters === undefined) throw new UserError('RR103', `${given} is no parameter file.`, { hint: 'Write [{"ParameterKey": …, "ParameterValue": …}], {"Parameters": {…}} or a plain map, in JSON or YAML.' });
  return parameters;
}
