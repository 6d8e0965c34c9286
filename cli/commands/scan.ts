// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { basename, resolve } from 'node:path';
import { UserError } from '../../model/errors.ts';
import type { Fact } from '../../model/fact.ts';
import { canonicalJson } from '../../model/json.ts';
import { regionOf } from '../../model/region.ts';
import type { AwsScan } from '../../scanner/aws/index.ts';
import { asksAws, awsRequest, type AwsValues } from '../aws-request.ts';
import { collect, type Collected } from '../collect.ts';
import { command, type ExitCode, type Io } from '../command.ts';
import { loadConfig, type LoadedConfig } from '../config.ts';
import { terminalText } from '../formats/escape.ts';
import { planText } from '../formats/scan-plan.ts';
import { scanSummary } from '../formats/scan-summary.ts';
import { painted, plain } from '../formats/terminal.ts';
import { wanted, type Wanted } from '../intent.ts';
import { growSlowly } from '../memory.ts';
import { awsOptions, configOptions, homeOption, outputOptions, targetOption, templateOptions, terminalOptions } from '../options.ts';
import { coloured } from '../output.ts';
import { progress, type Progress } from '../progress.ts';
import { push, serverUrl } from '../push.ts';
import { ruleRegistry } from '../registry.ts';
import { scanWatch, type ScanWatch } from '../scan-watch.ts';
import { writeSnapshot, writeSnapshotLines } from '../snapshot-file.ts';
import { version } from '../version.ts';
import { isSpecial } from '../write-file.ts';

export const scan = command({
  name: 'scan',
  description:
    'Reads templates, code and AWS accounts into a snapshot: what was learned and where we could not look, without any verdict. A snapshot can be kept, compared and audited elsewhere, without access to the sources. Secret-looking values do not reach it. AWS is asked only with --aws or an option that names an account, a role or a region of it; every call is a reading one (docs/permissions.md). While it runs, what was learned is kept in a journal beside the output, from which --resume continues. Exit status 3 says that the snapshot was written although AWS did not answer every call.',
  arguments: [{ name: '[paths...]', describe: 'Files and folders; the working directory if none are given and AWS is not asked. Snapshots are merged in' }],
  options: {
    output: { type: 'string', short: 'o', value: '<file>', describe: 'Snapshot to write; compressed if its name ends in .gz' },
    push: { type: 'string', value: '<url>', describe: 'Hand the snapshot to this server too (`regionready serve`), with the token in REGIONREADY_TOKEN' },
    ...awsOptions,
    ...homeOption,
    ...targetOption,
    ...templateOptions,
    ...configOptions,
    quiet: outputOptions.quiet,
    ...terminalOptions,
  },
  examples: [
    { command: 'regionready scan --home us-east-1 -o estate.snapshot', describe: 'Read everything below the working directory' },
    { command: 'regionready scan infra plan.json -o estate.snapshot.gz', describe: 'Read a folder and a Terraform plan' },
    { command: 'regionready scan --profile audit --target eu-west-1 -o estate.snapshot', describe: 'Ask the account of a profile, and what the target offers' },
    { command: 'regionready scan infra --accounts all --role regionready-reader --aggregator org -o estate.snapshot --resume', describe: 'Ask every account of the organization, and read its templates too' },
  ],
  async run(values, args, io) {
    const { quiet = false, dryRun = false } = values;
    const output = await outputOf(values, io);
    const server = values.push === undefined ? undefined : serverUrl(values.push, io);
    const loaded = await loadConfig({ cwd: io.cwd, rules: ruleRegistry, explicit: values.config, lookup: values.configLookup ?? true });
    const goal = wanted({ home: values.home, target: values.target, strategy: 'warm-standby' }, loaded.config);
    const showing = (values.progress ?? true) && !quiet;
    const status = progress(io, showing);
    const aws = asksAws(values);
    const collected = await templatesAndCode({ args, aws, values, io, loaded, goal, status });
    const watch = scanWatch(io, { status, lines: showing });
    const around = { io, loaded, goal, facts: collected.facts, output: output ?? 'plan', watch };
    if (dryRun) {
      const { planAws } = await import('../../scanner/aws/plan.ts');
      const plan = await planAws(awsRequest(values, around));
      status.clear();
      io.stdout.write(planText(plan));
      return 0;
    }
    if (output === undefined) throw new UserError('RR102', 'scan needs to know where to write the snapshot.', { hint: 'Name it: -o estate.snapshot' });
    const scanned = aws ? await askAws(values, around) : undefined;
    status.show('Writing the snapshot');
    const count = await writeAll(resolve(io.cwd, output), collected, scanned);
    if (server !== undefined) {
      status.show(`Handing the snapshot to ${server.origin}`);
      await push({ path: resolve(io.cwd, output), to: server, name: basename(output) }, io);
    }
    status.clear();
    scanned?.finish();
    if (!quiet) {
      const paint = coloured(io.stderr, io.env, values.color ?? true) ? painted : plain;
      const lines = scanSummary(collected.facts, { scanned, terminal: { paint, columns: io.stderr.columns ?? 100 }, count, output });
      const notes = [...goal.notes, ...collected.notes].map((note) => `Note: ${terminalText(note)}`);
      io.stderr.write(`${[...lines, ...notes].join('\n')}\n`);
    }
    return exitOf(scanned);
  },
});

async function outputOf({ output, dryRun }: { readonly output?: string; readonly dryRun?: boolean }, { cwd }: Io): Promise<string | undefined> {
  if (output === undefined && dryRun !== true) throw new UserError('RR102', 'scan needs to know where to write the snapshot.', { hint: 'Name it: -o estate.snapshot' });
  if (output !== undefined && (await isSpecial(resolve(cwd, output)))) throw new UserError('RR501', `${output} is a folder, device or pipe.`, { hint: 'A snapshot is moved into place when it is whole, so it must be a file.' });
  return output;
}

interface Reading {
  readonly args: readonly string[];
  readonly aws: boolean;
  readonly values: { readonly parameters?: readonly string[]; readonly observed?: readonly string[] };
  readonly io: Io;
  readonly loaded: LoadedConfig;
  readonly goal: Wanted;
  readonly status: Progress;
}

/** Paths are read where they are named; without any, the working directory, unless AWS is what is to be read. */
async function templatesAndCode({ args, aws, values, io, loaded, goal, status }: Reading): Promise<Collected> {
  const { parameters = [], observed = [] } = values;
  const seen = observed.length === 0 ? [] : await observedFacts(observed, io);
  if (args.length === 0 && (aws || seen.length > 0)) return { facts: seen, base: io.cwd, home: goal.home, notes: [] };
  const paths = args.length === 0 ? ['.'] : args;
  const collected = await collect({ paths, cwd: io.cwd, loaded, home: goal.home, targets: goal.targets, parameters, progress: status });
  return { ...collected, facts: [...collected.facts, ...seen] };
}

async function observedFacts(extracts: readonly string[], { cwd }: Io): Promise<Fact[]> {
  const { readObserved } = await import('../../scanner/observed/index.ts');
  const facts: Fact[] = [];
  for (const extract of extracts) {
    const [file, region] = withRegion(extract);
    for await (const fact of readObserved({ path: resolve(cwd, file), file, region })) facts.push(fact);
  }
  return facts;
}

/** graph.json@eu-west-1 is an extract of one region. */
function withRegion(extract: string): readonly [file: string, region: string | undefined] {
  const at = extract.lastIndexOf('@');
  const region = extract.slice(at + 1);
  return at > 0 && regionOf(region) !== undefined ? [extract.slice(0, at), region] : [extract, undefined];
}

interface Around {
  readonly io: Io;
  readonly loaded: LoadedConfig;
  readonly goal: Wanted;
  readonly facts: readonly Fact[];
  readonly output: string;
  readonly watch: ScanWatch;
}

async function askAws(values: AwsValues, around: Around): Promise<AwsScan> {
  growSlowly();
  // Loaded here: who reads files only needs no SDK.
  const { scanAws } = await import('../../scanner/aws/index.ts');
  return scanAws(awsRequest(values, around));
}

async function writeAll(path: string, { facts }: Collected, scanned: AwsScan | undefined): Promise<number> {
  if (scanned !== undefined) return writeSnapshotLines(path, both(facts, scanned), version);
  await writeSnapshot(path, facts, version);
  return facts.length;
}

async function* both(facts: readonly Fact[], scanned: AwsScan): AsyncIterable<string> {
  for (const fact of facts) yield canonicalJson(fact);
  yield* scanned.lines();
}

function exitOf(scanned: AwsScan | undefined): ExitCode {
  return scanned === undefined || scanned.complete ? 0 : 3;
}
