import type { Judgement, Readiness } from '../../../model/readiness.ts';
import { terminalText } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { indented } from '../terminal.ts';
import { byRule, counted, inState, placeOf } from '../words.ts';

const mostRules = 8;
const mostSubjects = 2;

/** What nobody told us, and what would answer. */
export function unknownsSection({ judgements }: Readiness, { paint, columns }: FormatContext): string[] {
  const groups = byRule(inState(judgements, 'unknown'));
  if (groups.length === 0) return [];
  const hidden = groups.slice(mostRules);
  return [
    paint('bold', 'What nobody told us'),
    ...groups.slice(0, mostRules).flatMap(({ rule, severity, judgements: own }) => [
      `  ${paint('magenta', '?')} ${rule}  ${paint('dim', `${own.length} unknown; a gap would be ${severity}`)}`,
      ...own.slice(0, mostSubjects).flatMap((judgement) => unknownLines(judgement, columns)),
      ...(own.length > mostSubjects ? [`      … and ${own.length - mostSubjects} more`] : []),
    ]),
    ...(hidden.length > 0 ? [`  … and ${counted(hidden.reduce((sum, group) => sum + group.judgements.length, 0), 'unknown verdict')} of ${counted(hidden.length, 'more rule')}`] : []),
  ];
}

function unknownLines(judgement: Judgement, columns: number): string[] {
  const place = placeOf(judgement);
  const at = place === undefined ? '' : ` (${place})`;
  const ask = judgement.ask === undefined ? [] : indented(terminalText(judgement.ask), columns, { first: '      Would answer: ', rest: '        ' });
  return [...indented(terminalText(`${judgement.message}${at}`), columns, { first: '    • ' }), ...ask];
}
