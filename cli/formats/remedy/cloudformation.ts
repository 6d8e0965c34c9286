import { templateText } from '../../../rules/remedies/print/template.ts';
import { terminalText } from '../escape.ts';
import type { RemedyFormat } from './index.ts';

export const remedyCloudFormation: RemedyFormat = (remedies) =>
  remedies.flatMap(({ judgement, remedy: { title, cloudformation = [] } }) => (cloudformation.length === 0 ? [] : [`# ${terminalText(title)} (${judgement.rule})\n${templateText(cloudformation)}`])).join('---\n');
