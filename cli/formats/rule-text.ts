import type { Rule } from '../../rules/rule.ts';
import { ruleCategory, ruleSections, type Block, type Section } from './rule-sections.ts';
import { table } from './table.ts';
import { indented, widthOf, type Paint } from './terminal.ts';

/** The page of a rule for a terminal: what `rules explain` prints. */
export function ruleText(rule: Rule, { paint, columns, more = [] }: { readonly paint: Paint; readonly columns: number; readonly more?: readonly Section[] }): string {
  const width = Math.min(columns, 100);
  const sections = ruleSections(rule, more).flatMap(({ heading, blocks }) => ['', paint('bold', heading), ...blocks.flatMap((block) => terminalBlock(block, width, paint))]);
  return `${[`${paint('bold', rule.id)}  ${paint('dim', ruleCategory(rule.id))}`, ...indented(`${rule.title}.`, width, { first: '' }), ...sections].join('\n')}\n`;
}

function terminalBlock(block: Block, width: number, paint: Paint): string[] {
  if ('text' in block) return indented(block.text, width, { first: '  ' });
  if ('list' in block) return block.list.flatMap((item) => indented(item, width, { first: '  • ' }));
  if ('table' in block) {
    return tableLines(block.table, width - 2, paint).map((line) => `  ${line}`);
  }
  return [...(block.caption === undefined ? [''] : indented(block.caption, width, { first: '  ' })), ...block.code.split('\n').map((line) => paint('cyan', `    ${line}`))];
}

/** A table if it fits, else a list: prose in cells must not be cut. */
function tableLines({ head, rows }: Extract<Block, { readonly table: unknown }>['table'], width: number, paint: Paint): string[] {
  const [first = '', ...lines] = table(head.map((title) => ({ title })), rows, width);
  if (lines.every((line) => widthOf(line) <= width)) return [paint('dim', first), ...lines];
  return rows.flatMap(([name = '', ...cells]) => indented(`${name}: ${cells.map((cell, index) => `${(head[index + 1] ?? '').toLowerCase()} ${cell}`).join('; ')}`, width, { first: '• ' }));
}
