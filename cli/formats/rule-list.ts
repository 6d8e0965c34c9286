import { strategies, strategyTitles, type Severity, type Strategy } from '../../model/intent.ts';
import { effectOf } from '../../rules/effect.ts';
import { practicesOf } from '../../rules/frameworks.ts';
import { categories, categoryOf, type Category, type Rule } from '../../rules/rule.ts';
import { severityOf } from '../../rules/settings.ts';
import { table } from './table.ts';
import { indented, type Paint } from './terminal.ts';

/** Short enough that four of them, a rule id and its title fit into 80 columns. */
const shortSeverities: Readonly<Record<Severity | 'off', string>> = { critical: 'crit', high: 'high', medium: 'med', low: 'low', info: 'info', off: 'off' };
const shortStrategies: Readonly<Record<Strategy, string>> = { 'backup-restore': 'B&R', 'pilot-light': 'PL', 'warm-standby': 'WS', 'active-active': 'AA' };

/** Every rule with its severities, by category, for a terminal. */
export function ruleList(all: readonly Rule[], paint: Paint, columns: number): string {
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

/** What JSON tells of a rule. */
export function ruleSummary(rule: Rule): object {
  const { id, title, why, fix, links } = rule;
  const severity = Object.fromEntries(strategies.map((strategy) => [strategy, severityOf(rule, strategy, {})]));
  const effect = Object.fromEntries(strategies.map((strategy) => [strategy, effectOf(rule, strategy)]));
  return { id, category: categoryOf(id), practices: practicesOf(id), title, severity, why, fix, effect, links };
}
