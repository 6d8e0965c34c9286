import { UserError } from '../../model/errors.ts';
import type { Rule } from '../../rules/rule.ts';
import { command } from '../command.ts';
import { loadConfig, withOwn } from '../config.ts';
import { ruleExamplesText } from '../formats/rule-examples.ts';
import { ruleList, ruleSummary } from '../formats/rule-list.ts';
import { rulePage } from '../formats/rule-page.ts';
import { remedySections } from '../formats/rule-remedy.ts';
import { ruleText } from '../formats/rule-text.ts';
import { painted, plain, type Paint } from '../formats/terminal.ts';
import { configOptions, frameworkOption, terminalOptions } from '../options.ts';
import { coloured } from '../output.ts';
import { ruleRegistry } from '../registry.ts';
import { runExamples } from '../rule-examples/run-examples.ts';
import { rulesServing } from '../rules-serving.ts';
import { didYouMean } from '../suggest.ts';

const actions = ['list', 'explain', 'test'];

export const rules = command({
  name: 'rules',
  description: 'Lists every rule with the severity that a gap has for each strategy, those of the configuration included; explains one: why it matters, what to do, what it looks at, examples; or runs the examples of the rules that the configuration brings.',
  arguments: [
    { name: '[action]', describe: 'list (default), explain or test' },
    { name: '[id]', describe: 'Rule to explain or test' },
  ],
  options: {
    format: { type: 'string', choices: ['text', 'json', 'markdown'], value: '<format>', describe: 'text (default), json, or markdown for the page of one rule' },
    ...frameworkOption,
    ...configOptions,
    color: terminalOptions.color,
  },
  examples: [
    { command: 'regionready rules', describe: 'All rules by category' },
    { command: 'regionready rules explain data-s3-no-crr', describe: 'Everything about one of them' },
    { command: 'regionready rules --framework REL13', describe: 'Those that serve a question of the Well-Architected Framework' },
    { command: 'regionready rules test', describe: 'Hold the rules of the configuration to their own examples' },
  ],
  async run({ format = 'text', color = true, ...values }, [action = 'list', id], io) {
    const loaded = await loadConfig({ cwd: io.cwd, rules: ruleRegistry, explicit: values.config, lookup: values.configLookup ?? true });
    const all = withOwn(ruleRegistry, loaded);
    const listed = rulesServing([...all.values()], values.framework);
    const terminal = { paint: coloured(io.stdout, io.env, color) ? painted : plain, columns: io.stdout.columns ?? 100 };
    if (action === 'test') return test(id === undefined ? (loaded.own ?? []) : [find(id, all)], { ...terminal, format, print: (text) => io.stdout.write(text) });
    if (action === 'list') io.stdout.write(format === 'json' ? `${JSON.stringify(listed.map(ruleSummary), null, 2)}\n` : ruleList(listed, terminal.paint, terminal.columns));
    else if (action === 'explain') io.stdout.write(explain(find(id, all), format, terminal));
    else throw new UserError('RR101', `rules has no action ${action}.${didYouMean(action, actions)}`, { hint: all.has(action) ? `Try: regionready rules explain ${action}` : 'Its actions are list, explain and test.' });
    return 0;
  },
});

interface Terminal {
  readonly paint: Paint;
  readonly columns: number;
}

function find(id: string | undefined, all: ReadonlyMap<string, Rule>): Rule {
  if (id === undefined) throw new UserError('RR102', 'rules explain needs the id of a rule.', { hint: 'Run `regionready rules` for the list.' });
  const rule = all.get(id);
  if (rule === undefined) throw new UserError('RR403', `There is no rule ${id}.${didYouMean(id, all.keys())}`);
  return rule;
}

function explain(rule: Rule, format: string, terminal: Terminal): string {
  // The examples of one's own rules are tried by `rules test`, which says what is wrong with them.
  const more = ruleRegistry.has(rule.id) ? remedySections(rule) : [];
  if (format === 'markdown') return rulePage(rule, more);
  return format === 'json' ? `${JSON.stringify(ruleSummary(rule), null, 2)}\n` : ruleText(rule, { ...terminal, more });
}

async function test(tested: readonly Rule[], { format, print, ...terminal }: Terminal & { readonly format: string; print(text: string): void }): Promise<0 | 1> {
  if (tested.length === 0) throw new UserError('RR102', 'The configuration brings no rules of its own.', { hint: 'docs/own-rules.md shows a complete one. Name a rule to run the examples of that: regionready rules test <id>' });
  const results = await runExamples(tested);
  print(format === 'json' ? `${JSON.stringify(results, null, 2)}\n` : ruleExamplesText(results, terminal));
  return results.every(({ problem }) => problem === undefined) ? 0 : 1;
}
