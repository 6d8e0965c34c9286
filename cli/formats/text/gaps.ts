import type { Judgement, Readiness } from '../../../model/readiness.ts';
import { terminalText } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { costsOf, followersOf, type Followers } from '../followers.ts';
import { indented } from '../terminal.ts';
import { byRule, counted, placeOf, severityStyles, type RuleGroup } from '../words.ts';

const mostRules = 12;
const mostSubjects = 4;

/** What stands in the way, by rule, worst first. */
export function gapsSection({ judgements }: Readiness, context: FormatContext): string[] {
  const { roots, ...links } = followersOf(judgements);
  const groups = byRule(roots);
  if (groups.length === 0) return [];
  const hidden = groups.slice(mostRules);
  const rest = hidden.reduce((sum, group) => sum + group.judgements.length, 0);
  return [
    context.paint('bold', 'What is in the way'),
    ...groups.slice(0, mostRules).flatMap((group, index) => (index === 0 ? ruleLines(group, links, context) : ['', ...ruleLines(group, links, context)])),
    ...(rest > 0 ? ['', `  … and ${counted(rest, 'gap')} of ${counted(hidden.length, 'more rule', 'more rules')}: --format json, markdown or html prints all`] : []),
  ];
}

function ruleLines({ rule, severity, judgements }: RuleGroup, { told, first }: Pick<Followers, 'told' | 'first'>, { rules, paint, columns }: FormatContext): string[] {
  const cost = costsOf(judgements);
  const meta = rules.get(rule);
  const blocking = judgements.some((judgement) => judgement.blocking === true) ? `, ${paint('bold', 'blocking')}` : '';
  const hidden = judgements.length - mostSubjects;
  return [
    `  ${paint(severityStyles[severity], severity)}${blocking}  ${paint('bold', rule)}  ${paint('dim', counted(judgements.length, 'gap'))}`,
    ...(meta === undefined ? [] : indented(terminalText(meta.title), columns, { first: '    ' })),
    ...judgements.slice(0, mostSubjects).flatMap((judgement) => [...subjectLines(judgement, columns, paint), ...lines(told(judgement), columns), ...lines(first(judgement), columns)]),
    ...(hidden > 0 ? [`    … and ${hidden} more`] : []),
    ...(cost === undefined ? [] : indented(terminalText(cost), columns, { first: '    Left open: ' })),
    ...(meta === undefined ? [] : indented(terminalText(meta.fix), columns, { first: '    Fix: ' })),
  ];
}

const lines = (text: string | undefined, columns: number): string[] => (text === undefined ? [] : indented(terminalText(text), columns, { first: '      ' }));

function subjectLines(judgement: Judgement, columns: number, paint: FormatContext['paint']): string[] {
  const place = placeOf(judgement);
  const name = terminalText(judgement.title);
  const head = place === undefined || place === judgement.title ? name : `${name}  ${paint('dim', terminalText(place))}`;
  const fix = judgement.fix === undefined ? [] : indented(terminalText(judgement.fix), columns, { first: '      → ' });
  return [`    • ${head}`, ...indented(terminalText(judgement.message), columns, { first: '      ' }), ...fix];
}
