import { categories, categoryOf, type Category, type Rule } from '../../rules/rule.ts';
import { answersOf, ruleSources, type Answer, type RuleSource } from './rule-sources.ts';
import { codeBlanks, sourceBlanks } from './source-blanks.ts';

export type SourceAnswers = Readonly<Record<RuleSource, Answer>>;

const words: Readonly<Record<Answer, string>> = { both: 'yes', gap: 'gaps only', ready: 'ready only', none: '' };
const titles: Readonly<Record<RuleSource, string>> = { live: 'AWS itself', cloudformation: 'CloudFormation', 'terraform-plan': 'Terraform plan', 'terraform-hcl': 'Terraform configuration' };

/** Where each rule can answer from. Code rules read the text of templates and configuration. */
export async function sourceAnswers(rules: readonly Rule[]): Promise<ReadonlyMap<string, SourceAnswers>> {
  const found = new Map<string, SourceAnswers>();
  for (const rule of rules) found.set(rule.id, rule.on === 'code' ? { live: 'none', cloudformation: 'both', 'terraform-plan': 'none', 'terraform-hcl': 'both' } : await answersOf(rule));
  return found;
}

/** Why a rule does not say everything from a source; undefined where nobody gave a reason. */
export function blankReason(rule: string, source: RuleSource): string | undefined {
  if (categoryOf(rule) === 'code') return codeBlanks[source];
  const blank = Object.hasOwn(sourceBlanks, rule) ? sourceBlanks[rule] : undefined;
  return blank?.of.includes(source) === true ? blank.because : undefined;
}

/** Rule × source. */
export async function sourcesPage(rules: readonly Rule[]): Promise<string> {
  const answers = await sourceAnswers(rules);
  const rows = (category: Category): string[] => rules.filter(({ id }) => categoryOf(id) === category).map(({ id }) => `| [${id}](${id}.md) | ${ruleSources.map((source) => words[answers.get(id)?.[source] ?? 'none']).join(' | ')} |`);
  const reasons = rules.filter(({ id }) => Object.hasOwn(sourceBlanks, id)).map(({ id }) => `| [${id}](${id}.md) | ${sourceBlanks[id]?.of.map((source) => titles[source]).join(', ')} | ${sourceBlanks[id]?.because} |`);
  return [
    '# Rules and sources',
    '',
    'From which source alone each rule can answer. *yes*: it finds the gap and sees when it is closed. *gaps only*, *ready only*: it comes to that verdict, and answers `unknown`',
    'where the other one would need more. Blank: it answers `unknown` and names who would tell. Sources add up: a scan of the account beside templates answers what either does.',
    '',
    'The table is made by running the examples of each rule on estates in which nothing but what the readers of the source tell is left: attributes that a source has no word for,',
    'and resources that it has no type for, are taken out. AWS itself includes AWS Config and what regions offer. A Terraform configuration is read without a plan; what is known after apply stays `unknown`.',
    '',
    ...(Object.keys(categories) as Category[]).flatMap((category) => [`## ${categories[category]}`, '', `| Rule | ${ruleSources.map((source) => titles[source]).join(' | ')} |`, `|---|${ruleSources.map(() => '---|').join('')}`, ...rows(category), '']),
    '## Why a source does not answer',
    '',
    '| Rule | Source | Why |',
    '|---|---|---|',
    ...reasons,
    `| code-* | ${titles.live} | ${codeBlanks.live ?? ''} |`,
    `| code-* | ${titles['terraform-plan']} | ${codeBlanks['terraform-plan'] ?? ''} |`,
    '',
  ].join('\n');
}
