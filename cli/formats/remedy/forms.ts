import { hclText } from '../../../rules/remedies/print/hcl.ts';
import { shellText } from '../../../rules/remedies/print/shell.ts';
import { templateText } from '../../../rules/remedies/print/template.ts';
import type { Remedy } from '../../../rules/remedy.ts';

/** One form of a remedy, ready to read. */
export interface RemedyForm {
  readonly name: 'CloudFormation' | 'Terraform' | 'AWS CLI';
  readonly text: string;
}

/** The forms that a remedy has. */
export function formsOf({ cloudformation, terraform, cli }: Remedy): RemedyForm[] {
  return [
    ...(cloudformation === undefined ? [] : [{ name: 'CloudFormation', text: templateText(cloudformation) } as const]),
    ...(terraform === undefined ? [] : [{ name: 'Terraform', text: hclText(terraform) } as const]),
    ...(cli === undefined ? [] : [{ name: 'AWS CLI', text: shellText(cli) } as const]),
  ];
}
