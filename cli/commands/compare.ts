// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { criteria, criterionIds, type CriterionId } from '../../model/comparison.ts';
import { isCountry } from '../../model/country.ts';
import { UserError } from '../../model/errors.ts';
import { strategies, type Strategy } from '../../model/intent.ts';
import { partitionOf, regions } from '../../model/region.ts';
import { compare as compared } from '../../rules/comparison/compare.ts';
import { askRules } from '../../rules/judge.ts';
import { command } from '../command.ts';
import { comparisonFormats } from '../formats/comparison/index.ts';
import { loadFormat } from '../formats/index.ts';
import { regionNote, wanted } from '../intent.ts';
import { configOptions, formatOption, headroomOption, homeOption, outputOptions, snapshotOptions, strategyOption, templateOptions, terminalOptions } from '../options.ts';
import { deliver, destinations } from '../output.ts';
import { didYouMean } from '../suggest.ts';
import { openWorkspace } from '../workspace.ts';

export const compare = command({
  name: 'compare',
  description:
    'Answers "which region should be our next?" with reasons: judges the estate for each candidate and puts them side by side, with what each lacks of what is in use, round trips, zones, opt-in, residency, and what is ready there already. The ranking is a weighted mean whose weights and values are shown and can be set.',
  arguments: [{ name: '[paths...]', describe: 'Snapshots, files and folders; the working directory if none are given' }],
  options: {
    ...homeOption,
    targets: { type: 'string', multiple: true, short: 't', value: '<regions>', describe: 'Candidates, separated by commas; every open region of the home’s partition if not given' },
    ...strategyOption,
    ...headroomOption,
    allStrategies: { type: 'boolean', describe: 'Judge every candidate for all four strategies; done without asking where there are no more than six candidates' },
    users: { type: 'string', multiple: true, value: '<country=share>', describe: 'Where the users are: DE=60,US=40; ISO 3166-1 alpha-2 codes, shares of any sum' },
    weight: { type: 'string', multiple: true, value: '<criterion=number>', describe: `How much a criterion counts: ${criterionIds.map((id) => `${id} (${criteria[id].weight})`).join(', ')}` },
    ...formatOption(Object.keys(comparisonFormats)),
    ...outputOptions,
    ...templateOptions,
    ...configOptions,
    ...snapshotOptions,
    ...terminalOptions,
  },
  examples: [
    { command: 'regionready compare --home us-east-1 --targets us-west-2,ca-central-1,eu-west-1', describe: 'Three candidates for the templates and code below the working directory' },
    { command: 'regionready compare estate.snapshot --users DE=60,FR=40 --weight users=5', describe: 'Every open region, with most weight on the users' },
  ],
  async run(values, args, io) {
    const { format, output, quiet = false, color = true } = values;
    const workspace = await openWorkspace(values, args, io);
    const { config, rules, input } = workspace;
    const to = destinations({ format, output }, comparisonFormats);
    const users: Readonly<Record<string, number>> | undefined = values.users === undefined ? config.compare?.users : pairs(values.users, 'users', countryCode);
    const weights = { ...config.compare?.weights, ...pairs(values.weight ?? [], 'weight', criterionId) };
    const goal = wanted({ ...values, target: values.targets ?? [] }, config);
    const estate = await workspace.read(goal);
    const { services, home, notes } = estate;
    const candidates = goal.targets.length > 0 ? goal.targets : openRegions(home);
    const asked: readonly Strategy[] = (values.allStrategies ?? candidates.length <= fewCandidates) ? strategies : [goal.strategy];
    const readinesses = candidates.flatMap((target) => {
      workspace.progress.show(`Judging ${target}`);
      return asked.map((strategy) => askRules(workspace.asking(estate, { target, strategy })));
    });
    workspace.progress.clear();
    const comparison = compared({
      readinesses, home, strategy: goal.strategy, today: workspace.today, tool: workspace.tool, users, weights,
      prices: config.compare?.prices, residency: config.residency, serviceOf: services.of,
      notes: [...goal.notes, ...candidates.flatMap((code) => (goal.targets.includes(code) ? [] : (regionNote(code) ?? []))), ...notes, ...limits],
    });
    await deliver(async ({ format: id }, context) => (await loadFormat(comparisonFormats, id))(comparison, context), { io, destinations: to, rules, quiet, color, input });
    return 0;
  },
});

/** Candidates up to which four strategies for each are judged without being asked for. */
const fewCandidates = 6;

const limits = ['Round trips of users are estimated from their largest cities over AWS’s own network, with 10 ms for access lines. What a region offers is from dated tables unless a scan of the account told.'];

/** Every region that is open and that something at home could replicate to. */
function openRegions(home: readonly string[]): string[] {
  const here = new Set(home.map((code) => partitionOf(code)?.id));
  return [...regions.values()].filter(({ code, status, partition }) => status === 'general' && here.has(partition) && !home.includes(code)).map(({ code }) => code);
}

/** `key=number` pairs. Throws RR103 for what is none. */
function pairs<Key extends string>(given: readonly string[], option: string, keyOf: (text: string) => Key): Record<Key, number> {
  return Object.fromEntries(given.map((text) => {
    const [key = '', value = '', ...more] = text.split('=');
    const number = Number(value);
    if (more.length > 0 || value.trim() === '' || !Number.isFinite(number) || number < 0) throw new UserError('RR103', `--${option} ${text} is no pair of a name and a number.`, { hint: `Write it as --${option} ${option === 'users' ? 'DE=60,US=40' : 'latency=3'}` });
    return [keyOf(key), number];
  })) as Record<Key, number>;
}

function countryCode(text: string): string {
  if (isCountry(text)) return text;
  throw new UserError('RR103', `--users: there is no country ${text}.${isCountry(text.toUpperCase()) ? ` Did you mean ${text.toUpperCase()}?` : ''}`, { hint: 'Use ISO 3166-1 alpha-2 codes such as DE.' });
}

function criterionId(text: string): CriterionId {
  const found = criterionIds.find((id) => id === text);
  if (found === undefined) throw new UserError('RR103', `--weight: there is no criterion ${text}.${didYouMean(text, criterionIds)}`, { hint: `Criteria: ${criterionIds.join(', ')}.` });
  return found;
}
