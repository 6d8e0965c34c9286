import { terminalText, withoutControls } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { indented } from '../terminal.ts';
import { formsOf } from './forms.ts';
import type { Remedied, RemedyFormat } from './index.ts';

export const remedyText: RemedyFormat = (remedies, context) => remedies.map((remedied) => section(remedied, context)).join('\n');

function section({ judgement: { rule, severity, message }, remedy }: Remedied, { paint, columns }: FormatContext): string {
  const { title, limits = [] } = remedy;
  return `${[
    `${paint('bold', terminalText(title))}  ${severity} ${rule}`,
    ...indented(terminalText(message), columns, { first: '  ' }),
    ...limits.flatMap((limit) => indented(terminalText(limit), columns, { first: '  ! ', rest: '    ' })),
    ...formsOf(remedy).flatMap(({ name, text }) => ['', `  ${paint('bold', name)}`, ...withoutControls(text).trimEnd().split('\n').map((line) => `    ${line}`.trimEnd())]),
  ].join('\n')}\n`;
}
