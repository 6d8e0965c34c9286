import { UserError } from '../../model/errors.ts';
import { strategies, strategyTitles, type Severity, type Strategy } from '../../model/intent.ts';
import { categories, categoryOf, type Category, type Rule } from '../../rules/rule.ts';
import { severityOf } from '../../rules/settings.ts';
import { command } from '../command.ts';
import { rulePage } from '../formats/rule-page.ts';
import { ruleText } from '../formats/rule-text.ts';
import { table } from '../formats/table.ts';
import { indented, painted, plain, type Paint } from '../formats/terminal.ts';
import { terminalOptions } from '../options.ts';
import { coloured } from '../output.ts';
import { ruleRegistry } from '../registry.ts';
import { didYouMean } from '../suggest.ts';

export const rules = command({
  name: 'rules',
  description: 'Lists every rule with the severity that a gap has for each strategy, or explains one: why it matters, what to do, what it looks at, examples.',
  arguments: [
    { name: '[action]', describe: 'list (default) or explain' },
    { name: '[id]', describe: 'Rule to explain' },
  ],
  options: {
    format: { type: 'string', choices: ['text', 'json', 'markdown'], value: '<format>', describe: 'text (default), json, or markdown for the page of one rule' },
    color: terminalOptions.color,
  },
  examples: [
    { command: 'regionready rules', describe: 'All rules by category' },
    { command: 'regionready rules explain data-s3-no-crr', describe: 'Everything about one of them' },
  ],
  async run({ format = 'text', color = true }, [action = 'list', id], io) {
    const paint = coloured(io.stdout, io.env, color) ? painted : plain;
    const columns = io.stdout.columns ?? 100;
    if (action === 'list') io.stdout.write(format === 'json' ? listJson() : list(paint, columns));
    else if (action === 'explain') io.stdout.write(explain(find(id), format, { paint, columns }));
    else throw new UserError('RR101', `rules has no action ${action}.${didYouMean(action, ['list', 'explain'])}`, { hint: ruleRegistry.has(action) ? `Try: regionready rules explain ${action}` : 'Its actions are list and explain.' });
    return 0;
  },
});

function find(id: string | undefined): Rule {
  if (id === undefined) throw new UserError('RR102', 'rules explain needs the id of a rule.', { hint: 'Run `regionready rules` for the list.' });
  const rule = ruleRegistry.get(id);
  if (rule === undefined) throw new UserError('RR403', `There is no rule ${id}.${didYouMean(id, ruleRegistry.keys())}`);
  return rule;
}

function explain(rule: Rule, format: string, terminal: { readonly paint: Paint; readonly columns: number }): string {
  if (format === 'markdown') return rulePage(rule);
  return format === 'json' ? `${JSON.stringify(summary(rule), null, 2)}\n` : ruleText(rule, terminal);
}

/** Short enough that four of them, a rule id and its title fit into 80 columns. */
const shortSeverities: Readonly<Record<Severity | 'off', string>> = { critical: 'crit', high: 'high', medium: 'med', low: 'low', info: 'info', off: 'off' };
const shortStrategies: Readonly<Record<Strategy, string>> = { 'backup-restore': 'B&R', 'pilot-light': 'PL', 'warm-standby': 'WS', 'active-active': 'AA' };

function list(paint: Paint, columns: number): string {
  const all = [...ruleRegistry.values()];
  const head = [{ title: 'Rule' }, ...strategies.map((strategy) => ({ title: shortStrategies[strategy].padEnd(4) })), { title: 'What it finds', shrink: true as const }];
  const rows = all.map((rule) => [rule.id, ...strategies.map((strategy) => shortSeverities[severityOf(rule, strategy, {})]), rule.title]);
  const [titles = '', ...lines] = table(head, rows, columns - 2);
  const sections = (Object.keys(categories) as Category[]).flatMap((category) => {
    const own = lines.filter((_, index) => categoryOf(all[index]?.id ?? '') === category);
    return own.length === 0 ? [] : [paint('bold', categories[category]), ...own.map((line) => `  ${line}`), ''];
  });
  const legend = strategies.map((strategy) => `${shortStrategies[strategy]} ${strategyTitles[strategy].toLowerCase()}`).join(', ');
  const about = indented(`${all.length} rules. Severity of a gap by strategy: ${legend}; off where the strategy does not ask for it. regionready rules explain <id> says everything about one.`, columns, { first: '' });
  return `${[`  ${paint('dim', titles)}`, ...sections, ...about].join('\n')}\n`;
}

function listJson(): string {
  return `${JSON.stringify(Array.from(ruleRegistry.values(), summary), null, 2)}\n`;
}

function summary(rule: Rule): object {
  const { id, title, why, fix, effect, links } = rule;
  const severity = Object.fromEntries(strategies.map((strategy) => [strategy, severityOf(rule, strategy, {})]));
  return { id, category: categoryOf(id), title, severity, why, fix, ...(effect === undefined ? {} : { effect }), links };
}
