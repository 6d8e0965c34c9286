import { hclText } from '../../../rules/remedies/print/hcl.ts';
import { shellText } from '../../../rules/remedies/print/shell.ts';
import { templateText } from '../../../rules/remedies/print/template.ts';
import { terminalText, withoutControls } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { indented } from '../terminal.ts';
import type { Remedied, RemedyFormat } from './index.ts';

export const remedyText: RemedyFormat = (remedies, context) => remedies.map((remedied) => section(remedied, context)).join('\n');

function section({ judgement: { rule, severity, message }, remedy: { title, cloudformation, terraform, cli, limits = [] } }: Remedied, { paint, columns }: FormatContext): string {
  const form = (name: string, text: string | undefined): string[] => (text === undefined ? [] : ['', `  ${paint('bold', name)}`, ...withoutControls(text).trimEnd().split('\n').map((line) => `    ${line}`.trimEnd())]);
  return `${[
    `${paint('bold', terminalText(title))}  ${severity} ${rule}`,
    ...indented(terminalText(message), columns, { first: '  ' }),
    ...limits.flatMap((limit) => indented(terminalText(limit), columns, { first: '  ! ', rest: '    ' })),
    ...form('CloudFormation', cloudformation && templateText(cloudformation)),
    ...form('Terraform', terraform && hclText(terraform)),
    ...form('AWS CLI', cli && shellText(cli)),
  ].join('\n')}\n`;
}
