// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { buildEstate } from '../../graph/build.ts';
import { services as servicesOf } from '../../graph/queries/services.ts';
import { viewOf } from '../../graph/view.ts';
import { UserError } from '../../model/errors.ts';
import type { Readiness } from '../../model/readiness.ts';
import { differencesByTarget } from '../../rules/difference/readinesses.ts';
import { judge, type Judge } from '../../rules/judge.ts';
import { collect } from '../collect.ts';
import { command } from '../command.ts';
import { byteLimit } from '../byte-limit.ts';
import { readReadinesses } from '../documents.ts';
import { loadConfig, withOwn } from '../config.ts';
import type { FormatContext, Rendered } from '../formats/format.ts';
import { loadFormat, reportFormats } from '../formats/index.ts';
import { defaultFailOn, exitCodeOf, gapFingerprints, openGate, type Gate } from '../gate.ts';
import { intentOf, requireTargets, wanted } from '../intent.ts';
import { adviseOnMemory } from '../memory.ts';
import { configOptions, frameworkOption, formatOption, gateOptions, headroomOption, homeOption, outputOptions, snapshotOptions, strategyOption, targetOption, templateOptions, terminalOptions } from '../options.ts';
import { deliver, destinations, forEachTarget, type Destination } from '../output.ts';
import { settingsByFile } from '../overrides.ts';
import { progress } from '../progress.ts';
import { headroomOf } from '../headroom.ts';
import { ruleRegistry } from '../registry.ts';
import { rulesServing } from '../rules-serving.ts';
import { today } from '../today.ts';
import { version } from '../version.ts';

export const audit = command({
  name: 'audit',
  description:
    'Judges an estate for another region. Reads snapshots, templates (CloudFormation, SAM, CDK assemblies, Terraform configuration, plans and state) and code, connects what they say, and asks every rule that the strategy asks for. Says what is ready, what is in the way, and what nobody told.',
  arguments: [{ name: '[paths...]', describe: 'Snapshots, files and folders; the working directory if none are given' }],
  options: {
    ...homeOption,
    ...targetOption,
    ...strategyOption,
    ...headroomOption,
    ...formatOption(Object.keys(reportFormats)),
    ...outputOptions,
    ...gateOptions,
    ...frameworkOption,
    byFramework: { type: 'boolean', describe: 'Text and markdown count verdicts by best practice of the Well-Architected Framework too' },
    since: { type: 'string', value: '<readiness>', describe: 'Readiness of an earlier audit (--format json): text and markdown show what became of its gaps' },
    ...templateOptions,
    ...configOptions,
    ...snapshotOptions,
    ...terminalOptions,
  },
  examples: [
    { command: 'regionready audit --home us-east-1 --target eu-west-1', describe: 'Judge the templates and code below the working directory' },
    { command: 'regionready audit estate.snapshot -t eu-west-1 -t eu-central-1 --strategy pilot-light', describe: 'Judge a snapshot for two targets' },
    { command: 'regionready audit -t eu-west-1 --format text --format sarif=gaps.sarif --fail-on critical', describe: 'In a pipeline: summary in the log, findings for code scanning' },
  ],
  async run(values, args, io) {
    const { format, output, quiet = false, color = true } = values;
    const loaded = await loadConfig({ cwd: io.cwd, rules: ruleRegistry, explicit: values.config, lookup: values.configLookup ?? true });
    const { config } = loaded;
    const headroom = headroomOf(values.headroom);
    const goal = wanted(values, config);
    const targets = requireTargets(goal);
    const to = forEachTarget(destinations({ format, output }, reportFormats), targets, reportFormats);
    const maxSnapshotBytes = byteLimit(values.maxSnapshotBytes);
    const day = today(io.env);
    const earlier = values.since === undefined ? [] : await readReadinesses(values.since, io.cwd);
    const gate = await openGate({ baseline: values.baseline, updateBaseline: values.updateBaseline, quiet, remover: '--update-baseline' }, io);
    const paths = args.length === 0 ? ['.'] : args;
    const status = progress(io, (values.progress ?? true) && !quiet);

    const { facts, home, notes } = await collect({ paths, cwd: io.cwd, loaded, home: goal.home, targets, parameters: values.parameters ?? [], maxSnapshotBytes, progress: status });
    adviseOnMemory(io);
    status.show('Connecting and judging');
    const view = viewOf(buildEstate(facts));
    const registry = withOwn(ruleRegistry, loaded);
    const rules = rulesServing([...registry.values()], values.framework);
    const limits = rules.length === registry.size ? [] : [`Only the ${rules.length} of ${registry.size} rules that serve ${values.framework?.join(', ') ?? ''} were asked.`];
    const settingsOf = settingsByFile(loaded, io.cwd);
    const readinesses = targets.map((target) => {
      const intent = intentOf({ home, target, strategy: goal.strategy, config, headroom, today: day });
      return judgeThrough(gate, { view, rules, intent, settings: config.rules ?? {}, settingsOf, tool: version, notes: [...goal.notes, ...limits, ...notes] });
    });
    status.clear();

    const since = differencesByTarget(earlier, readinesses);
    if (values.since !== undefined && since.length === 0) throw new UserError('RR103', `${values.since} has no readiness for ${targets.join(', ')}.`);
    const estate = { view, services: servicesOf(view, config.services ?? {}) };
    const print = async ({ format: id, target }: Destination, context: FormatContext): Promise<Rendered> => {
      const shown = readinesses.filter(({ intent }) => target === undefined || intent.target === target);
      return (await loadFormat(reportFormats, id))(shown, { ...context, estate, since, byPractice: values.byFramework ?? values.framework !== undefined });
    };
    await deliver(print, { io, destinations: to, rules: registry, quiet, color, input: paths[0] ?? '.' });
    const judgements = readinesses.flatMap((readiness) => readiness.judgements);
    await gate.settle(judgements);
    return exitCodeOf(judgements, values.failOn ?? config.failOn ?? defaultFailOn);
  },
});

/** A baseline that is being written accepts what is found now, which is known only after judging once. */
function judgeThrough({ known, updating }: Gate, input: Judge): Readiness {
  const first = judge({ ...input, baseline: known });
  return updating ? judge({ ...input, baseline: gapFingerprints(first.judgements) }) : first;
}
