import { UserError } from '../../model/errors.ts';
import type { Rule } from '../../rules/rule.ts';
import { requireSubstance } from '../collect.ts';
import { command } from '../command.ts';
import { loadConfig } from '../config.ts';
import type { FormatContext, Rendered } from '../formats/format.ts';
import type { LintReport } from '../formats/lint-report.ts';
import { lintFormats, loadFormat } from '../formats/index.ts';
import { defaultFailOn, exitCodeOf, openGate } from '../gate.ts';
import { wanted } from '../intent.ts';
import { lintReport } from '../lint-report.ts';
import { configOptions, formatOption, gateOptions, homeOption, outputOptions, targetOption, terminalOptions } from '../options.ts';
import { deliver, destinations, type Destination } from '../output.ts';
import { progress } from '../progress.ts';
import { ruleRegistry } from '../registry.ts';
import { listSources, scanCode } from '../sources.ts';
import { didYouMean } from '../suggest.ts';
import { today } from '../today.ts';

export const lint = command({
  name: 'lint',
  description: 'Finds what ties source code, templates and configuration text to a region: literals, fallbacks, allow-lists, maps, ARNs, endpoints, zones, images. Needs neither AWS nor a configuration.',
  arguments: [{ name: '[paths...]', describe: 'Files and folders; the working directory if none are given' }],
  options: {
    ...targetOption,
    ...homeOption,
    rule: { type: 'string', multiple: true, value: '<id>', describe: 'Only this rule; repeatable' },
    fix: { type: 'boolean', describe: 'Make the changes that are safe: those that change nothing where the program runs today (needs --home). What is left is reported' },
    fixDryRun: { type: 'boolean', describe: 'Print what --fix would change as a unified diff on stdout, and change nothing' },
    ...formatOption(Object.keys(lintFormats)),
    ...outputOptions,
    ...gateOptions,
    ...configOptions,
    ...terminalOptions,
  },
  examples: [
    { command: 'regionready lint', describe: 'Everything below the working directory, for any other region' },
    { command: 'regionready lint src --target eu-west-1 --format json', describe: 'What breaks in eu-west-1, for a program to read' },
    { command: 'regionready lint --home us-east-1 --fix-dry-run', describe: 'The changes that are safe for a program that runs in us-east-1, as a diff' },
    { command: 'regionready lint --baseline lint.baseline.json --update-baseline', describe: 'Accept what there is, to fail on new findings only' },
  ],
  async run(values, args, io) {
    const { format, output, quiet = false, color = true } = values;
    const to = destinations({ format, output }, lintFormats);
    const loaded = await loadConfig({ cwd: io.cwd, rules: ruleRegistry, explicit: values.config, lookup: values.configLookup ?? true });
    const { config } = loaded;
    const goal = wanted({ home: values.home, target: values.target, strategy: config.strategy ?? 'warm-standby' }, config);
    const rules = chosenRules(values.rule ?? []);
    const day = today(io.env);
    const gate = await openGate({ baseline: values.baseline, updateBaseline: values.updateBaseline, quiet }, io);
    const status = progress(io, (values.progress ?? true) && !quiet);
    const paths = args.length === 0 ? ['.'] : args;

    const sources = await listSources(paths, io.cwd, loaded);
    const facts = [...sources.facts, ...(await scanCode(sources, status))];
    requireSubstance(facts, paths);
    const asked = { goal, rules, config, today: day, gate };
    const found = await withFixes(lintReport(facts, asked));
    const fixed = values.fix === true || values.fixDryRun === true ? await (await import('../fix/run-fixes.ts')).runFixes(found.judgements, { io, quiet, dryRun: values.fixDryRun === true }) : undefined;
    // What is reported is what is there now, judged anew.
    const report = fixed?.written === true ? await withFixes(lintReport([...sources.facts, ...(await scanCode(sources, status))], asked)) : found;
    status.clear();
    const print = async ({ format: id }: Destination, context: FormatContext): Promise<Rendered> => (await loadFormat(lintFormats, id))(report, context);
    await deliver(print, { io, destinations: values.fixDryRun === true ? to.filter(({ path }) => path !== undefined) : to, rules: ruleRegistry, quiet, color, input: paths[0] ?? '.' });
    await gate.settle(report.judgements);
    return exitCodeOf(report.judgements, values.failOn ?? config.failOn ?? defaultFailOn);

    async function withFixes(plain: LintReport): Promise<LintReport> {
      const wantsEdits = values.fix === true || values.fixDryRun === true || to.some((destination) => destination.format === 'json' || destination.format === 'sarif');
      return wantsEdits ? { ...plain, judgements: (await import('../fix/with-edits.ts')).withEdits(plain.judgements, io.cwd, goal.home) } : plain;
    }
  },
});

/** Throws RR403 for a rule that does not exist and RR103 for one that does not read code. */
function chosenRules(ids: readonly string[]): readonly Rule[] {
  const code = [...ruleRegistry.values()].filter(({ on }) => on === 'code');
  for (const id of ids) {
    const rule = ruleRegistry.get(id);
    if (rule === undefined) throw new UserError('RR403', `There is no rule ${id}.${didYouMean(id, code.map((each) => each.id))}`);
    if (rule.on !== 'code') throw new UserError('RR103', `${id} judges resources, not code: lint does not ask it.`, { hint: 'Run `regionready audit`.' });
  }
  return ids.length === 0 ? code : code.filter(({ id }) => ids.includes(id));
}
