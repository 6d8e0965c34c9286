import { basename, dirname, resolve } from 'node:path';
import { buildEstate } from '../../graph/build.ts';
import { services } from '../../graph/queries/services.ts';
import { viewOf } from '../../graph/view.ts';
import { UserError } from '../../model/errors.ts';
import { compareText } from '../../model/json.ts';
import { command } from '../command.ts';
import { findConfig } from '../config.ts';
import { planDeployments } from '../deployments.ts';
import { inferHome } from '../intent.ts';
import { starterConfig, type Detected } from '../starter-config.ts';
import { outputOptions, terminalOptions } from '../options.ts';
import { progress } from '../progress.ts';
import { listSources, scanIac } from '../sources.ts';
import { writeWhole } from '../write-file.ts';

const fileName = 'regionready.config.yaml';

export const init = command({
  name: 'init',
  description: 'Writes regionready.config.yaml with what the templates below the working directory tell: the region they run in, and the services they form. What nobody can know for you is there as a comment.',
  arguments: [],
  options: {
    stdout: { type: 'boolean', describe: 'Print the configuration instead of writing it' },
    force: { type: 'boolean', describe: 'Replace a configuration that exists' },
    quiet: outputOptions.quiet,
    progress: terminalOptions.progress,
  },
  examples: [
    { command: 'regionready init', describe: 'Write regionready.config.yaml here' },
    { command: 'regionready init --stdout', describe: 'Look at it first' },
  ],
  async run({ stdout = false, force = false, quiet = false, progress: wanted = true }, _args, io) {
    const path = resolve(io.cwd, fileName);
    const existing = await findConfig(io.cwd);
    const here = existing !== undefined && dirname(existing) === resolve(io.cwd) ? basename(existing) : undefined;
    if (!stdout && here !== undefined && !(force && here === fileName)) {
      throw new UserError('RR501', `${here} exists already.`, { hint: here === fileName ? 'Use --force to replace it, or --stdout to print one.' : 'Remove it first, or use --stdout to print one.' });
    }
    const status = progress(io, wanted && !quiet);
    const text = starterConfig(await detect(io.cwd, status));
    status.clear();
    if (stdout) io.stdout.write(text);
    else {
      await writeWhole(path, [text]);
      if (!quiet) io.stderr.write(`Wrote ${fileName}. Fill in the target, then: regionready audit\n`);
    }
    return 0;
  },
});

/** What the templates tell. Those that name no region are read as if they were deployed to us-east-1: the services they form are the same anywhere. */
async function detect(cwd: string, status: ReturnType<typeof progress>): Promise<Detected> {
  const loaded = { config: {}, folder: cwd };
  const plan = await planDeployments({ loaded, parameters: [], cwd });
  const sources = await listSources([cwd], cwd, loaded);
  const first = await scanIac(sources, [], { plan, progress: status });
  const home = inferHome(first.facts, [])?.region;
  // regionready-ignore code-region-default -- only counts what the templates declare, and any region will do for that
  const { facts } = first.homeless.length === 0 ? first : await scanIac(sources, [home ?? 'us-east-1'], { plan, progress: status });
  const view = viewOf(buildEstate(facts));
  const found = services(view, {}).all.filter(({ basis }) => basis !== 'none').map(({ id, basis, resources }) => ({ id, basis, resources: resources.length }));
  const accounts = [...new Set([...view.estate.resources.values()].flatMap(({ account }) => (account !== undefined && /^\d{12}$/.test(account) ? [account] : [])))].sort(compareText);
  return { home, homeless: first.homeless, accounts, services: found };
}
