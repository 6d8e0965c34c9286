import { exampleHome, intentOfExample, judgeExample } from '../../cli/rule-examples/estate-example.ts';
import type { Judgement } from '../../model/readiness.ts';
import type { EstateExample, Rule } from '../../rules/rule.ts';

export { factsOfExample, judgeExample, viewOfExample } from '../../cli/rule-examples/estate-example.ts';
export { exampleHome as home, intentOfExample as intentOf };

/** What the rule says of the example. */
export function runExample(rule: Rule, example: EstateExample): readonly Judgement[] {
  return judgeExample([rule], example);
}

/** The same in short: `gap orders`, in the order of the report. */
export function statesOf(rule: Rule, example: EstateExample): string[] {
  return runExample(rule, example).map(({ state, title }) => `${state} ${title}`);
}
