import { resolve } from 'node:path';
import { UserError } from '../model/errors.ts';
import type { Fact } from '../model/fact.ts';
import { baseFolder } from './base-folder.ts';
import type { LoadedConfig } from './config.ts';
import { planDeployments } from './deployments.ts';
import { splitInputs } from './inputs.ts';
import { inferHome } from './intent.ts';
import type { Progress } from './progress.ts';
import { defaultSnapshotLimits, readSnapshot } from './snapshot-file.ts';
import { listSources, scanCalls, scanCode, scanConfigFiles, scanIac } from './sources.ts';
import { requireSubstance } from './substance.ts';

export interface Collect {
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly loaded: LoadedConfig;
  readonly home: readonly string[];
  readonly targets: readonly string[];
  /** Parameter files of the command line. */
  readonly parameters: readonly string[];
  readonly maxSnapshotBytes?: number | undefined;
  readonly progress: Progress;
}

export interface Collected {
  readonly facts: readonly Fact[];
  /** Absolute path of the folder that the files of facts are named from. */
  readonly base: string;
  /** Home as given, else as inferred; empty where nothing that was read has a region. */
  readonly home: readonly string[];
  readonly notes: readonly string[];
}

/** The facts of snapshots, files and folders. Throws RR102 where a home region is needed and cannot be inferred, RR203 where nothing was read. */
export async function collect(request: Collect): Promise<Collected> {
  const { paths, cwd, loaded, progress, maxSnapshotBytes = defaultSnapshotLimits.maxBytes } = request;
  const { snapshots, sources } = await splitInputs(paths, cwd);
  const facts: Fact[] = [];
  for (const path of snapshots) {
    progress.show(`Reading ${path}`);
    for (const fact of (await readSnapshot(path, { ...defaultSnapshotLimits, maxBytes: maxSnapshotBytes })).facts) facts.push(fact);
  }
  const base = baseFolder(sources, cwd);
  const scanned = sources.length === 0 ? undefined : await scan(sources, facts, request);
  const all = scanned?.facts ?? facts;
  if (scanned !== undefined) requireSubstance(all, paths);
  if (scanned !== undefined || request.home.length > 0) return { facts: all, base, home: scanned?.home ?? request.home, notes: scanned?.notes ?? [] };
  return { facts: all, base, ...settleHome(all, request) };

  async function scan(from: readonly string[], known: readonly Fact[], { parameters, home, targets }: Collect): Promise<Omit<Collected, 'base'>> {
    const plan = await planDeployments({ loaded, parameters, cwd });
    const { facts: recorded, rest: listed } = await scanConfigFiles(await listSources(base === cwd ? from : from.map((path) => resolve(cwd, path)), base, loaded), progress);
    const code = [...(await scanCode(listed, progress)), ...(await scanCalls(listed, progress))];
    const first = await scanIac(listed, home, { plan, progress });
    const others = [...known, ...listed.facts, ...recorded, ...code];
    const settled = home.length > 0 ? { home, notes: [] } : settleHome([...others, ...first.facts], { targets, homeless: first.homeless });
    // Templates that say no region themselves are evaluated again, now that home is known.
    const again = home.length === 0 && first.homeless.length > 0 && settled.home.length > 0;
    const iac = again ? await scanIac(listed, settled.home, { plan, progress }) : first;
    const elsewhere = base === cwd ? [] : [`Files are named from ${base}.`];
    return { facts: [...others, ...iac.facts], home: settled.home, notes: [...elsewhere, ...plan.notes, ...settled.notes, ...assumedNotes(iac.assumed, settled.home, targets)] };
  }
}

/** Where templates are deployed decides most verdicts: what was taken for granted is said. */
function assumedNotes(templates: readonly string[], home: readonly string[], targets: readonly string[]): string[] {
  if (templates.length === 0 || targets.length === 0) return [];
  const named = `${templates.slice(0, 3).join(', ')}${templates.length > 3 ? ` and ${templates.length - 3} more` : ''}`;
  const said = templates.length === 1 ? '1 template does not say where it is' : `${templates.length} templates do not say where they are`;
  return [`${said} deployed, and ${home.join(', ')} alone is assumed: ${named}. Name what is deployed to ${targets.join(' or ')} as well under templates: in the configuration, with its regions.`];
}

interface Settle {
  readonly targets: readonly string[];
  readonly homeless?: readonly string[];
}

function settleHome(facts: readonly Fact[], { targets, homeless = [] }: Settle): Pick<Collected, 'home' | 'notes'> {
  const inferred = inferHome(facts, targets);
  if (inferred !== undefined) {
    const { region, count, of } = inferred;
    return { home: [region], notes: [`Home was not given: ${region} is assumed, which ${count} of the ${of} resources that name a region are in. Set it with --home or in the configuration.`] };
  }
  const [template] = homeless;
  if (template !== undefined) throw new UserError('RR102', `${template} does not say which region it is deployed to, and nothing else that was read does.`, { hint: 'Name the region that the workload runs in today: --home us-east-1, home: in the configuration, or regions: of a templates: entry.' });
  if (facts.some(({ type }) => type === 'resource')) throw new UserError('RR102', 'The home region was not given and cannot be told from the resources.', { hint: 'Name the region that the workload runs in today: --home us-east-1, or home: in the configuration.' });
  return { home: [], notes: ['No home region was given, and no resources were found that could tell it.'] };
}
