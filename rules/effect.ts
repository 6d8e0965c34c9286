import { strategies, strategyTitles, type Strategy } from '../model/intent.ts';
import type { Rule } from './rule.ts';
import { severityOf } from './settings.ts';

/** What a gap of the rule costs under a strategy while it is open. */
export function effectOf({ effect }: Pick<Rule, 'effect'>, strategy: Strategy): string {
  return typeof effect === 'string' ? effect : (effect[strategy] ?? effect.otherwise);
}

/** The texts of a rule with the titles of the strategies that they hold for; one without titles where all are the same. Strategies that do not ask for the rule are left out. */
export function effectsOf(rule: Rule): readonly { readonly strategies: readonly string[]; readonly text: string }[] {
  const asking = strategies.filter((strategy) => severityOf(rule, strategy, {}) !== 'off');
  const byText = [...Map.groupBy(asking, (strategy) => effectOf(rule, strategy))];
  return byText.length === 1 ? byText.map(([text]) => ({ strategies: [], text })) : byText.map(([text, of]) => ({ strategies: of.map((strategy) => strategyTitles[strategy]), text }));
}
