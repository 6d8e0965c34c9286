import { hclText } from '../../../rules/remedies/print/hcl.ts';
import { shellText } from '../../../rules/remedies/print/shell.ts';
import { templateText } from '../../../rules/remedies/print/template.ts';
import { jsonPieces } from '../json-pieces.ts';
import type { RemedyFormat } from './index.ts';

export const remedyJson: RemedyFormat = function* (remedies) {
  yield* jsonPieces(remedies.map(({ judgement: { rule, subject, fingerprint }, remedy: { title, cloudformation, terraform, cli, limits = [] } }) => ({
    rule, subject, fingerprint, title, limits,
    ...(cloudformation === undefined ? {} : { cloudformation: templateText(cloudformation) }),
    ...(terraform === undefined ? {} : { terraform: hclText(terraform) }),
    ...(cli === undefined ? {} : { cli: shellText(cli) }),
  })));
  yield '\n';
};
