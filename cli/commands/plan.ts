// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { UserError } from '../../model/errors.ts';
import { goals } from '../../model/plan.ts';
import { askRules } from '../../rules/judge.ts';
import { plan as planned } from '../../rules/plan/plan.ts';
import { command } from '../command.ts';
import { loadFormat } from '../formats/index.ts';
import { planFormats } from '../formats/plan/index.ts';
import { requireTargets, wanted } from '../intent.ts';
import { configOptions, formatOption, headroomOption, homeOption, outputOptions, snapshotOptions, strategyOption, templateOptions, terminalOptions } from '../options.ts';
import { deliver, destinations } from '../output.ts';
import { openWorkspace } from '../workspace.ts';

export const plan = command({
  name: 'plan',
  description:
    'Orders the way to another region: foundations, then waves of services in which nothing depends on a later one. For each service it chooses new build, planned transition or live migration from what the graph and the verdicts tell, says why, and lists the gaps to close, the steps, the way back and what cannot be undone.',
  arguments: [{ name: '[paths...]', describe: 'Snapshots, files and folders; the working directory if none are given' }],
  options: {
    goal: { type: 'string', choices: goals, value: '<goal>', describe: 'expand (default): the target joins and home stays; move: home is given up' },
    ...homeOption,
    target: { type: 'string', short: 't', value: '<region>', describe: 'Region to go to; the first target of the configuration if not given' },
    ...strategyOption,
    ...headroomOption,
    ...formatOption(Object.keys(planFormats)),
    ...outputOptions,
    ...templateOptions,
    ...configOptions,
    ...snapshotOptions,
    ...terminalOptions,
  },
  examples: [
    { command: 'regionready plan -t eu-west-1 --format markdown=runbook.md --format mermaid=gantt.mmd', describe: 'A runbook and a chart for an expansion' },
    { command: 'regionready plan estate.snapshot -t us-west-2 --goal move --format csv=steps.csv', describe: 'Leaving the home region, as rows for an issue tracker' },
  ],
  async run(values, args, io) {
    const { goal = 'expand', format, output, quiet = false, color = true } = values;
    const workspace = await openWorkspace(values, args, io);
    const { config, rules, input } = workspace;
    const aim = wanted({ ...values, target: values.target === undefined ? undefined : [values.target] }, config);
    const [target] = requireTargets(aim);
    const to = destinations({ format, output }, planFormats);
    const estate = await workspace.read({ home: aim.home, targets: [target] });
    const { view, services, notes } = estate;
    if (view.estate.resources.size === 0) throw new UserError('RR203', 'There are no resources to plan for.');
    workspace.progress.show('Judging and ordering');
    const asked = workspace.asking(estate, { target, strategy: aim.strategy });
    const made = planned({ view, services, judged: askRules(asked), intent: asked.intent, goal, config: config.plan, tool: workspace.tool });
    workspace.progress.clear();
    await deliver(async ({ format: id }, context) => (await loadFormat(planFormats, id))({ ...made, notes: [...aim.notes, ...notes, ...made.notes] }, context), { io, destinations: to, rules, quiet, color, input });
    return 0;
  },
});
