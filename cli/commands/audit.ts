// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { UserError } from '../../model/errors.ts';
import type { Readiness } from '../../model/readiness.ts';
import { differencesByTarget } from '../../rules/difference/readinesses.ts';
import { judge, type Judge } from '../../rules/judge.ts';
import { remediesFor } from '../../rules/remedy-for.ts';
import { command } from '../command.ts';
import { readReadinesses } from '../documents.ts';
import type { FormatContext, JudgedEstate, Rendered } from '../formats/format.ts';
import { loadFormat, reportFormats } from '../formats/index.ts';
import { defaultFailOn, exitCodeOf, gapFingerprints, openGate, type Gate } from '../gate.ts';
import { requireTargets, wanted } from '../intent.ts';
import { configOptions, frameworkOption, formatOption, gateOptions, headroomOption, homeOption, outputOptions, snapshotOptions, strategyOption, targetOption, templateOptions, terminalOptions } from '../options.ts';
import { deliver, destinations, forEachTarget, type Destination } from '../output.ts';
import { rulesServing } from '../rules-serving.ts';
import { openWorkspace } from '../workspace.ts';

export const audit = command({
  name: 'audit',
  description:
    'Judges an estate for another region. Reads snapshots, templates (CloudFormation, SAM, CDK assemblies, Serverless Framework, Terraform configuration, plans and state) and code, connects what they say, and asks every rule that the strategy asks for. Says what is ready, what is in the way, and what nobody told.',
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
    const workspace = await openWorkspace(values, args, io);
    const { config, rules: registry, input } = workspace;
    const goal = wanted(values, config);
    const targets = requireTargets(goal);
    const to = forEachTarget(destinations({ format, output }, reportFormats), targets, reportFormats);
    const earlier = values.since === undefined ? [] : await readReadinesses(values.since, io.cwd);
    const gate = await openGate({ baseline: values.baseline, updateBaseline: values.updateBaseline, quiet, remover: '--update-baseline' }, io);

    const estate = await workspace.read({ home: goal.home, targets });
    workspace.progress.show('Judging');
    const rules = rulesServing([...registry.values()], values.framework);
    const limits = rules.length === registry.size ? [] : [`Only the ${rules.length} of ${registry.size} rules that serve ${values.framework?.join(', ') ?? ''} were asked.`];
    const notes = [...goal.notes, ...limits, ...estate.notes];
    const asked = new Map(targets.map((target) => [target, workspace.asking(estate, { target, strategy: goal.strategy })]));
    const readinesses = [...asked.values()].map((each) => judgeThrough(gate, { ...each, rules, notes }));
    workspace.progress.clear();

    const since = differencesByTarget(earlier, readinesses);
    if (values.since !== undefined && since.length === 0) throw new UserError('RR103', `${values.since} has no readiness for ${targets.join(', ')}.`);
    const judged: JudgedEstate = {
      view: estate.view,
      services: estate.services,
      remediesOf(judgement, target) {
        const context = asked.get(target);
        return context === undefined ? [] : remediesFor(judgement, { ...context, rules: registry });
      },
      questionOf(target) {
        const intent = asked.get(target)?.intent;
        return intent === undefined ? undefined : { intent, ...(config.plan === undefined ? {} : { plan: config.plan }) };
      },
    };
    const print = async ({ format: id, target }: Destination, context: FormatContext): Promise<Rendered> => {
      const shown = readinesses.filter(({ intent }) => target === undefined || intent.target === target);
      return (await loadFormat(reportFormats, id))(shown, { ...context, estate: judged, since, byPractice: values.byFramework ?? values.framework !== undefined });
    };
    await deliver(print, { io, destinations: to, rules: registry, quiet, color, input, base: estate.base });
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
