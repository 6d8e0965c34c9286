import { UserError } from '../../model/errors.ts';
import type { Rule } from '../../rules/rule.ts';
import { requireSubstance } from '../collect.ts';
import { command } from '../command.ts';
import { loadConfig } from '../config.ts';
import type { FormatContext, Rendered } from '../formats/format.ts';
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
    ...formatOption(Object.keys(lintFormats)),
    ...outputOptions,
    ...gateOptions,
    ...configOptions,
    ...terminalOptions,
  },
  examples: [
    { command: 'regionready lint', describe: 'Everything below the working directory, for any other region' },
    { command: 'regionready lint src --target eu-west-1 --format json', describe: 'What breaks in eu-west-1, for a program to read' },
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
    const report = lintReport(facts, { goal, rules, config, today: day, gate });
    status.clear();
    const print = async ({ format: id }: Destination, context: FormatContext): Promise<Rendered> => (await loadFormat(lintFormats, id))(report, context);
    await deliver(print, { io, destinations: to, rules: ruleRegistry, quiet, color, input: paths[0] ?? '.' });
    await gate.settle(report.judgements);
    return exitCodeOf(report.judgements, values.failOn ?? config.failOn ?? defaultFailOn);
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
