import type { ExampleResult } from '../rule-examples/run-examples.ts';
import { indented, type Paint } from './terminal.ts';
import { counted } from './words.ts';

/** What became of the examples of rules, rule by rule, for a terminal. */
export function ruleExamplesText(results: readonly ExampleResult[], { paint, columns }: { readonly paint: Paint; readonly columns: number }): string {
  const lines = [...Map.groupBy(results, ({ rule }) => rule)].flatMap(([rule, own]) => [paint('bold', rule), ...own.flatMap((result) => resultLines(result, paint, columns)), '']);
  const failed = results.filter(({ problem }) => problem !== undefined).length;
  return `${[...lines, `${counted(results.length, 'example')}${failed === 0 ? ', all as they say.' : `, ${failed} not as ${failed === 1 ? 'it says' : 'they say'}.`}`].join('\n')}\n`;
}

function resultLines({ state, example, problem }: ExampleResult, paint: Paint, columns: number): string[] {
  if (problem === undefined) return indented(`${state}: ${example}`, columns, { first: `  ${paint('green', '✓')} ` });
  const [first = '', ...more] = problem.split('\n');
  return [...indented(`wanted ${state} of ${example}: ${first}`, columns, { first: `  ${paint('red', '✗')} ` }), ...more.flatMap((line) => indented(line, columns, { first: '      ' }))];
}
