import { buildEstate } from '../../graph/build.ts';
import { viewOf, type EstateView } from '../../graph/view.ts';
import type { Fact } from '../../model/fact.ts';
import type { Intent } from '../../model/intent.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { PropertyMap } from '../../model/properties.ts';
import type { Judgement } from '../../model/readiness.ts';
import { judge } from '../../rules/judge.ts';
import type { Described, EstateExample, Rule } from '../../rules/rule.ts';
import { resourceFactOf } from '../../scanner/aws/resource-fact.ts';
import { cloudformation } from '../../scanner/iac/cloudformation/index.ts';
import type { IacFile } from '../../scanner/iac/reader.ts';

export const exampleHome = 'us-east-1';
const exampleTarget = 'eu-west-1';
const account = '111122223333';

/**
 * Facts of an example, read by the real template reader. Both bodies are templates at the same path, deployed to one region each, so that
 * equal logical ids are the same template resource in two regions. Throws where a body is no template.
 */
export function factsOfExample({ home, target, targetRegion = exampleTarget, learned = [], described = [] }: EstateExample): Fact[] {
  return [...read(home, exampleHome), ...(target === undefined ? [] : read(target, targetRegion)), ...learned, ...described.map(seen)];
}

export const viewOfExample = (example: EstateExample): EstateView => viewOf(buildEstate(factsOfExample(example)));

export function judgeExample(rules: readonly Rule[], example: EstateExample): readonly Judgement[] {
  return judge({ view: viewOfExample(example), rules, intent: intentOfExample(example), tool: 'example' }).judgements;
}

export function intentOfExample({ strategy = 'warm-standby', targetRegion = exampleTarget, residency, headroom, services = {} }: Partial<EstateExample> = {}): Intent {
  return { home: [exampleHome], target: targetRegion, strategy, services: Object.fromEntries(Object.entries(services).map(([id, said]) => [id, { ...said, include: [] }])), exemptions: [], residency, headroom, today: '2026-11-21' };
}

function read(body: string, region: string): Fact[] {
  const file: IacFile = { path: 'template.yaml', absolutePath: '/template.yaml', text: `Resources:\n${body.replace(/^(?=.)/gm, '  ')}\n` };
  const facts = [...cloudformation.read(file, { deployments: () => [{ region, account, stack: 'shop' }], readRelative: () => undefined })];
  const unread = facts.find((fact) => fact.type === 'blind-spot' && fact.reason === 'unparsable');
  if (unread?.type === 'blind-spot') throw new Error(`the example is no template: ${unread.message}\n${file.text}`);
  return facts;
}

/** What a scan of AWS makes of an answer; read by the kind's real reader. */
function seen({ kind, name, region = exampleHome, arn, document }: Described): Fact {
  return resourceFactOf({ type: kinds[kind].names.cloudformation, account, region, name, arn, document: document as PropertyMap, dialect: 'describe', partial: true, source: { scanner: 'aws', asOf: '2026-11-01' } });
}
