// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { resolve } from 'node:path';
import { UserError } from '../../model/errors.ts';
import type { Fact } from '../../model/fact.ts';
import { collect } from '../collect.ts';
import { command } from '../command.ts';
import { loadConfig } from '../config.ts';
import { terminalText } from '../formats/escape.ts';
import { painted, plain } from '../formats/terminal.ts';
import { blindSpotLines, lookedText } from '../formats/text/coverage.ts';
import { counted } from '../formats/words.ts';
import { wanted } from '../intent.ts';
import { configOptions, homeOption, outputOptions, templateOptions, terminalOptions } from '../options.ts';
import { coloured } from '../output.ts';
import { progress } from '../progress.ts';
import { ruleRegistry } from '../registry.ts';
import { writeSnapshot } from '../snapshot-file.ts';
import { version } from '../version.ts';
import { isSpecial } from '../write-file.ts';

export const scan = command({
  name: 'scan',
  description:
    'Reads templates and code into a snapshot: what was learned and where we could not look, without any verdict. A snapshot can be kept, compared and audited elsewhere, without access to the sources. Secret-looking values do not reach it.',
  arguments: [{ name: '[paths...]', describe: 'Files and folders; the working directory if none are given. Snapshots are merged in' }],
  options: {
    output: { type: 'string', short: 'o', value: '<file>', describe: 'Snapshot to write; compressed if its name ends in .gz' },
    ...homeOption,
    ...templateOptions,
    ...configOptions,
    quiet: outputOptions.quiet,
    ...terminalOptions,
  },
  examples: [
    { command: 'regionready scan --home us-east-1 -o estate.snapshot', describe: 'Read everything below the working directory' },
    { command: 'regionready scan infra plan.json -o estate.snapshot.gz', describe: 'Read a folder and a Terraform plan' },
  ],
  async run(values, args, io) {
    const { output, quiet = false, color = true, parameters = [] } = values;
    if (output === undefined) throw new UserError('RR102', 'scan needs to know where to write the snapshot.', { hint: 'Name it: -o estate.snapshot' });
    if (await isSpecial(resolve(io.cwd, output))) throw new UserError('RR501', `${output} is a folder, device or pipe.`, { hint: 'A snapshot is moved into place when it is whole, so it must be a file.' });
    const loaded = await loadConfig({ cwd: io.cwd, rules: ruleRegistry, explicit: values.config, lookup: values.configLookup ?? true });
    const goal = wanted({ home: values.home, strategy: 'warm-standby' }, loaded.config);
    const status = progress(io, (values.progress ?? true) && !quiet);
    const paths = args.length === 0 ? ['.'] : args;
    const collected = await collect({ paths, cwd: io.cwd, loaded, home: goal.home, targets: goal.targets, parameters, progress: status });
    status.show('Writing the snapshot');
    await writeSnapshot(resolve(io.cwd, output), collected.facts, version);
    status.clear();
    if (quiet) return 0;
    const paint = coloured(io.stderr, io.env, color) ? painted : plain;
    const lines = summary(collected.facts, { paint, columns: io.stderr.columns ?? 100 });
    const notes = [...goal.notes, ...collected.notes].map((note) => `Note: ${terminalText(note)}`);
    io.stderr.write(`${[`Wrote ${counted(collected.facts.length, 'fact')} to ${terminalText(output)}`, ...lines, ...notes].join('\n')}\n`);
    return 0;
  },
});

function summary(facts: readonly Fact[], terminal: Parameters<typeof blindSpotLines>[1]): string[] {
  const of = <T extends Fact['type']>(type: T): Extract<Fact, { readonly type: T }>[] => facts.filter((fact): fact is Extract<Fact, { readonly type: T }> => fact.type === type);
  const looked = new Map<string, number>();
  for (const { what, count } of of('coverage')) looked.set(what, (looked.get(what) ?? 0) + count);
  const spots = of('blind-spot');
  return [
    `  ${counted(of('resource').length, 'resource')}, ${counted(of('occurrence').length, 'occurrence')} of regions in code and text, ${counted(spots.length, 'blind spot')}`,
    ...(looked.size === 0 ? [] : [`  Read: ${lookedText(Object.fromEntries([...looked].sort()))}`]),
    ...blindSpotLines(spots, terminal),
  ];
}
