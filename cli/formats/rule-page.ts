import { effectsOf } from '../../rules/effect.ts';
import type { Rule } from '../../rules/rule.ts';
import { ruleCategory, ruleSections, type Block, type Section } from './rule-sections.ts';

/** The page of a rule as Markdown: docs/rules/<id>.md and, without more, SARIF help. */
export function rulePage(rule: Rule, more: readonly Section[] = []): string {
  const sections = ruleSections(rule, more).flatMap(({ heading, blocks }) => [`## ${heading}`, '', ...blocks.flatMap((block) => [...markdownBlock(block), ''])]);
  return [`# ${rule.id}`, '', `${rule.title}. *${ruleCategory(rule.id)}*`, '', ...sections].join('\n');
}

/** Why and what to do as plain text, for readers of SARIF that show no Markdown. */
export function rulePlainText(rule: Rule): string {
  const { title, why, fix, links } = rule;
  const left = effectsOf(rule).map(({ strategies, text }) => `Left open${strategies.length === 0 ? '' : ` (${strategies.join(', ')})`}: ${text}`);
  return [`${title}.`, why, ...left, `What to do: ${fix}`, `Read more: ${links.join(' ')}`].join('\n');
}

function markdownBlock(block: Block): string[] {
  if ('text' in block) return [block.text];
  if ('list' in block) return block.list.map((item) => `- ${item.startsWith('https://') ? `<${item}>` : item}`);
  if ('table' in block) {
    const { head, rows } = block.table;
    return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  }
  const fence = block.code.includes('```') ? '````' : '```';
  return [...(block.caption === undefined ? [] : [block.caption, '']), `${fence}${block.language}`, block.code, fence];
}
