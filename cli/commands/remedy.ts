// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { UserError } from '../../model/errors.ts';
import { matchesPattern } from '../../model/pattern.ts';
import { askRules } from '../../rules/judge.ts';
import { remediesFor } from '../../rules/remedy-for.ts';
import { command } from '../command.ts';
import { loadFormat } from '../formats/index.ts';
import { remedyFormats, type Remedied } from '../formats/remedy/index.ts';
import { counted, isOpen } from '../formats/words.ts';
import { requireTargets, wanted } from '../intent.ts';
import { configOptions, formatOption, homeOption, outputOptions, snapshotOptions, strategyOption, targetOption, templateOptions, terminalOptions } from '../options.ts';
import { deliver, destinations } from '../output.ts';
import { didYouMean } from '../suggest.ts';
import { openWorkspace } from '../workspace.ts';

export const remedy = command({
  name: 'remedy',
  description:
    'Prints how to close gaps as code, made for the very resources and target: CloudFormation, Terraform and calls of the AWS CLI. It changes nothing itself. Read what it prints before you run it; what the code does not do is said beside it.',
  arguments: [{ name: '[paths...]', describe: 'Snapshots, files and folders; the working directory if none are given' }],
  options: {
    rule: { type: 'string', multiple: true, value: '<rule>', describe: 'Only gaps of this rule; repeatable' },
    subject: { type: 'string', multiple: true, value: '<name>', describe: 'Only gaps of this resource: id, name or fingerprint of the gap; * matches any run of characters; repeatable' },
    service: { type: 'string', multiple: true, value: '<service>', describe: 'Only gaps of this service; repeatable' },
    ...homeOption,
    ...targetOption,
    ...strategyOption,
    ...formatOption(Object.keys(remedyFormats)),
    ...outputOptions,
    ...templateOptions,
    ...configOptions,
    ...snapshotOptions,
    ...terminalOptions,
  },
  examples: [
    { command: 'regionready remedy -t eu-west-1 --rule data-ddb-no-replica', describe: 'How to close the gaps of one rule' },
    { command: 'regionready remedy estate.snapshot -t eu-west-1 --service orders --format terraform=orders-dr.tf', describe: 'Terraform for the gaps of one service' },
  ],
  async run(values, args, io) {
    const { rule = [], subject = [], service = [], format, output, quiet = false, color = true } = values;
    const workspace = await openWorkspace(values, args, io);
    const { config, rules, input } = workspace;
    const strange = rule.find((id) => !rules.has(id));
    if (strange !== undefined) throw new UserError('RR403', `There is no rule ${strange}.${didYouMean(strange, [...rules.keys()])}`);
    const goal = wanted(values, config);
    const targets = requireTargets(goal);
    const to = destinations({ format, output }, remedyFormats);
    const estate = await workspace.read({ home: goal.home, targets });
    workspace.progress.show('Judging');
    const found = targets.flatMap((target) => {
      const asked = workspace.asking(estate, { target, strategy: goal.strategy });
      const gaps = askRules({ ...asked, rules: asked.rules.filter(({ id }) => rule.length === 0 || rule.includes(id)) }).judgements.filter(isOpen);
      const wantedGaps = gaps.filter((gap) => (service.length === 0 || service.includes(gap.service)) && (subject.length === 0 || subject.some((pattern) => [gap.subject, gap.title, gap.fingerprint].some((text) => matchesPattern(pattern, text)))));
      return wantedGaps.map((judgement) => ({ judgement, remedies: remediesFor(judgement, { ...asked, rules }) }));
    });
    workspace.progress.clear();
    const remedies: Remedied[] = found.flatMap(({ judgement, remedies: all }) => all.map((each) => ({ judgement, remedy: each })));
    await deliver(async ({ format: id }, context) => (await loadFormat(remedyFormats, id))(remedies, context), { io, destinations: to, rules, quiet, color, input });
    const without = found.filter(({ remedies: all }) => all.length === 0).length;
    if (!quiet) io.stderr.write(`${counted(found.length, 'gap')}; code can close ${found.length - without}${without > 0 ? `. For the other ${without} see what to do in \`regionready audit\` or \`regionready rules explain <rule>\`` : ''}.\n`);
    return 0;
  },
});
