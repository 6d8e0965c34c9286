import assert from 'node:assert/strict';
import { buildEstate } from '../../../graph/build.ts';
import { viewOf, type EstateView } from '../../../graph/view.ts';
import type { Intent } from '../../../model/intent.ts';
import type { Judgement } from '../../../model/readiness.ts';
import { intentOfExample } from '../../../cli/rule-examples/estate-example.ts';
import { rules } from '../../../rules/index.ts';
import { judge } from '../../../rules/judge.ts';
import { remediesFor } from '../../../rules/remedy-for.ts';
import type { Remedy } from '../../../rules/remedy.ts';
import type { EstateExample, Rule } from '../../../rules/rule.ts';
import { applied, callsOf, deployed, edited, estateOf, factsOfEstate, type Estate } from './apply.ts';
import type { Closing } from './case.ts';

interface Judged {
  readonly view: EstateView;
  readonly intent: Intent;
  readonly judgements: readonly Judgement[];
}
const registry: ReadonlyMap<string, Rule> = new Map(Object.entries<Rule>(rules));

async function judged(rule: Rule, estate: Estate): Promise<Judged> {
  const view = viewOf(buildEstate(await factsOfEstate(estate)));
  const intent = intentOfExample(estate.example);
  return { view, intent, judgements: judge({ view, rules: [rule], intent, tool: 'closing' }).judgements };
}

/** A gap is found; its remedy is made and applied; the subject is found ready, and nothing else has become a gap of the rule. */
export async function close(rule: Rule, closing: Closing): Promise<void> {
  const { from = 0 } = closing;
  const example = typeof from === 'number' ? (rule.examples.gap[from] as EstateExample) : from;
  const estate = estateOf(example);
  const before = await judged(rule, estate);
  const gaps = before.judgements.filter(({ state }) => state === 'gap');
  const gap = closing.gap === undefined ? gaps[0] : gaps.find(({ title }) => title === closing.gap);
  assert.ok(gap !== undefined, `no such gap:\n${said(before.judgements)}`);
  const after = await judged(rule, await remedied(estate, { closing, gap, before }));
  const { then } = closing;
  const now = after.judgements.filter((each) => (then === undefined ? each.subject === gap.subject : each.title === then));
  assert.deepEqual(now.map(({ state }) => state), ['ready'], said(after.judgements));
  const known = new Set(gaps.map(({ subject }) => subject));
  assert.deepEqual(after.judgements.filter(({ state, subject }) => state === 'gap' && !known.has(subject)), [], said(after.judgements));
}

interface Found {
  readonly closing: Closing;
  readonly gap: Judgement;
  readonly before: Judged;
}

async function remedied(estate: Estate, { closing, gap, before }: Found): Promise<Estate> {
  if (closing.by === 'hand') return edited(estate, closing.edit);
  const [remedy] = remediesFor(gap, { view: before.view, rules: registry, intent: before.intent });
  assert.ok(remedy?.[closing.by] !== undefined, `the gap has no remedy by ${closing.by}: ${gap.message}`);
  if (closing.by === 'cli') return called(estate, closing, remedy);
  const done = closing.by === 'cloudformation' ? deployed(estate, remedy, closing) : applied(estate, remedy, closing);
  return closing.also === undefined ? done : edited(done, closing.also);
}

function called(estate: Estate, closing: Extract<Closing, { by: 'cli' }>, remedy: Remedy): Estate {
  const calls = callsOf(remedy);
  assert.deepEqual(calls.map(({ name }) => name), closing.calls);
  return edited(estate, closing.leaves(calls));
}

const said = (judgements: readonly Judgement[]): string => judgements.map(({ state, title, message }) => `${state} ${title}: ${message}`).join('\n');
