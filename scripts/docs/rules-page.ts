import { strategies, strategyTitles } from '../../model/intent.ts';
import { categories, categoryOf, type Category, type Rule } from '../../rules/rule.ts';
import { severityOf } from '../../rules/settings.ts';

/** All rules by category with their severity for each strategy. */
export function rulesPage(rules: readonly Rule[]): string {
  const byCategory = Map.groupBy(rules, ({ id }) => categoryOf(id));
  const sections = (Object.keys(categories) as Category[]).flatMap((category) => {
    const own = byCategory.get(category) ?? [];
    if (own.length === 0) return [];
    return [
      `## ${categories[category]}`,
      '',
      `| Rule | What it finds | ${strategies.map((strategy) => strategyTitles[strategy]).join(' | ')} |`,
      `|---|---|${strategies.map(() => '---|').join('')}`,
      ...own.map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${strategies.map((strategy) => severityOf(rule, strategy, {})).join(' | ')} |`),
      '',
    ];
  });
  return ['# Rules', '', `${rules.length} rules. The severity is that of a gap for each strategy; \`off\` where the strategy does not ask for it.`, 'From which sources each can answer is in [sources.md](sources.md); tags that they understand are in [tags.md](../tags.md).', '', ...sections].join('\n');
}
