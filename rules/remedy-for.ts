import type { EstateView } from '../graph/view.ts';
import type { Intent } from '../model/intent.ts';
import type { Judgement } from '../model/readiness.ts';
import type { Remedy } from './remedy.ts';
import type { Rule } from './rule.ts';
import { optionsOf, type RuleSettings } from './settings.ts';

export interface RemedyContext {
  readonly view: EstateView;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly intent: Intent;
  readonly settings?: RuleSettings;
}

/** Code that closes a gap, one for each resource that the gap is about; empty where code cannot help. Made when asked for: a large estate has very many. */
export function remediesFor({ rule: id, state, resources }: Judgement, { view, rules, intent, settings = {} }: RemedyContext): Remedy[] {
  const rule = rules.get(id);
  const make = rule?.remedy;
  if (rule === undefined || make === undefined || state !== 'gap') return [];
  return resources.flatMap((resource) => {
    const subject = view.resource(resource);
    return subject === undefined ? [] : (make(subject, { intent, graph: view, options: optionsOf(rule, settings) }) ?? []);
  });
}
