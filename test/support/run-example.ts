import { buildEstate } from '../../graph/build.ts';
import { viewOf, type EstateView } from '../../graph/view.ts';
import type { Fact } from '../../model/fact.ts';
import type { Intent } from '../../model/intent.ts';
import type { Judgement } from '../../model/readiness.ts';
import { judge } from '../../rules/judge.ts';
import type { EstateExample, Rule } from '../../rules/rule.ts';
import { cloudformation } from '../../scanner/iac/cloudformation/index.ts';
import type { IacFile } from '../../scanner/iac/reader.ts';

export const home = 'us-east-1';
const account = '111122223333';

/**
 * Facts of an example, read by the real template reader. Both bodies are templates at the same path, deployed to one region each, so that
 * equal logical ids are the same template resource in two regions.
 */
export function factsOfExample({ home: body, target, targetRegion = 'eu-west-1', learned = [] }: EstateExample): Fact[] {
  return [...read(body, home), ...(target === undefined ? [] : read(target, targetRegion)), ...learned];
}

export const viewOfExample = (example: EstateExample): EstateView => viewOf(buildEstate(factsOfExample(example)));

/** What the rule says of the example. */
export function runExample(rule: Rule, example: EstateExample): readonly Judgement[] {
  return judgeExample([rule], example);
}

/** The same in short: `gap orders`, in the order of the report. */
export function statesOf(rule: Rule, example: EstateExample): string[] {
  return runExample(rule, example).map(({ state, title }) => `${state} ${title}`);
}

export function judgeExample(rules: readonly Rule[], example: EstateExample): readonly Judgement[] {
  return judge({ view: viewOfExample(example), rules, intent: intentOf(example), tool: 'test' }).judgements;
}

export function intentOf({ strategy = 'warm-standby', targetRegion = 'eu-west-1', residency }: Partial<EstateExample> = {}): Intent {
  return { home: [home], target: targetRegion, strategy, services: {}, exemptions: [], residency, today: '2026-11-21' };
}

function read(body: string, region: string): Fact[] {
  const file: IacFile = { path: 'template.yaml', absolutePath: '/template.yaml', text: `Resources:\n${body.replace(/^(?=.)/gm, '  ')}\n` };
  const facts = [...cloudformation.read(file, { deployments: () => [{ region, account, stack: 'shop' }], readRelative: () => undefined })];
  const unread = facts.find((fact) => fact.type === 'blind-spot' && fact.reason === 'unparsable');
  if (unread?.type === 'blind-spot') throw new Error(`the example is no template: ${unread.message}\n${file.text}`);
  return facts;
}
