// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { UserError } from '../../model/errors.ts';
import { compareText } from '../../model/json.ts';
import type { Loss, Simulation } from '../../model/simulation.ts';
import { askRules } from '../../rules/judge.ts';
import { assertionForms, checkAssertion, parseAssertion, type Assertion } from '../../rules/simulation/assertion.ts';
import { parseLoss } from '../../rules/simulation/loss.ts';
import { simulate as simulated } from '../../rules/simulation/simulate.ts';
import { command } from '../command.ts';
import { loadFormat } from '../formats/index.ts';
import { simulationFormats } from '../formats/simulation/index.ts';
import { wanted } from '../intent.ts';
import { configOptions, formatOption, homeOption, outputOptions, snapshotOptions, strategyOption, templateOptions, terminalOptions } from '../options.ts';
import { deliver, destinations } from '../output.ts';
import { openWorkspace } from '../workspace.ts';

export const simulate = command({
  name: 'simulate',
  description:
    'Rehearses a loss on paper: which services stop, degrade or survive and why, which data is lost, what still points at what is gone, and in which order to come back. Reads snapshots, templates and code; touches nothing.',
  arguments: [{ name: '[paths...]', describe: 'Snapshots, files and folders; the working directory if none are given' }],
  options: {
    lose: { type: 'string', repeatable: true, value: '<loss>', describe: 'What is lost: a region, zone:us-east-1a, account:111122223333, service:dynamodb@us-east-1, control-plane:iam; joined by commas at the same time, repeated one after the other' },
    matrix: { type: 'boolean', describe: 'Lose each region that anything is in, one after the other' },
    assert: { type: 'string', repeatable: true, value: '<claim>', describe: `What must hold, else exit status 1: ${assertionForms.map((form) => `"${form}"`).join(', ')}; * stands for any service` },
    ...homeOption,
    target: { type: 'string', short: 't', value: '<region>', describe: 'Region in which what is lost is made anew; the first target of the configuration if not given' },
    ...strategyOption,
    ...formatOption(Object.keys(simulationFormats)),
    ...outputOptions,
    ...templateOptions,
    ...configOptions,
    ...snapshotOptions,
    ...terminalOptions,
  },
  examples: [
    { command: 'regionready simulate --lose us-east-1 -t us-west-2', describe: 'What is left without us-east-1' },
    { command: 'regionready simulate estate.snapshot --matrix', describe: 'Services by regions' },
    { command: 'regionready simulate --assert "checkout recovers from us-east-1 within 30m"', describe: 'A check for a pipeline' },
  ],
  async run(values, args, io) {
    const { format, output, quiet = false, color = true } = values;
    const assertions = (values.assert ?? []).map(claim);
    const scenarios = [...(values.lose ?? []).map(losses), ...assertions.map(({ lost }) => lost)];
    if (scenarios.length === 0 && values.matrix !== true) throw new UserError('RR102', 'What is to be lost was not given.', { hint: 'Name it: --lose us-east-1, --matrix for every region, or --assert "<claim>".' });
    const workspace = await openWorkspace(values, args, io);
    const { config, rules, input } = workspace;
    const goal = wanted({ ...values, target: values.target === undefined ? undefined : [values.target] }, config);
    const to = destinations({ format, output }, simulationFormats);
    const estate = await workspace.read(goal);
    const { view, services, notes } = estate;
    workspace.progress.show('Losing');
    const [target] = goal.targets;
    const asked = workspace.asking(estate, { target: target ?? '', strategy: goal.strategy });
    const { intent } = asked;
    const code = askRules({ ...asked, rules: asked.rules.filter(({ on }) => on === 'code') }).judgements;
    const matrix = values.matrix === true ? regionsInUse([...view.estate.resources.values()].map(({ region }) => region)) : [];
    const known = new Map<string, Simulation>();
    for (const lost of [...scenarios, ...matrix]) {
      const key = JSON.stringify(lost);
      if (!known.has(key)) known.set(key, simulated({ view, services, intent, target, lost, code, tool: workspace.tool, notes: [...goal.notes, ...notes] }));
    }
    workspace.progress.clear();
    const checked = assertions.map((assertion) => checkAssertion(assertion, known.get(JSON.stringify(assertion.lost)) as Simulation));
    await deliver(async ({ format: id }, context) => (await loadFormat(simulationFormats, id))({ simulations: [...known.values()], assertions: checked }, context), { io, destinations: to, rules, quiet, color, input });
    return checked.every(({ holds }) => holds) ? 0 : 1;
  },
});

function losses(text: string): readonly Loss[] {
  return text.split(',').map((each) => {
    const loss = parseLoss(each.trim());
    if (loss === undefined) throw new UserError('RR103', `--lose ${each.trim()} is nothing that can be lost.`, { hint: 'Forms: us-east-1, zone:us-east-1a, account:111122223333, service:dynamodb@us-east-1, control-plane:iam.' });
    return loss;
  });
}

function claim(text: string): Assertion {
  const assertion = parseAssertion(text);
  if (assertion === undefined) throw new UserError('RR103', `--assert "${text}" is no claim.`, { hint: `Forms: ${assertionForms.join('; ')}. Durations: 0s, 15m, 4h, 1d.` });
  return assertion;
}

const regionsInUse = (regions: readonly (string | undefined)[]): Loss[][] =>
  [...new Set(regions.filter((region) => region !== undefined && region !== 'global'))].sort((a, b) => compareText(a ?? '', b ?? '')).map((value) => [{ kind: 'region', value: value ?? '' }]);
