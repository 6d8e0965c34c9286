import { hclText } from '../../../rules/remedies/print/hcl.ts';
import { terminalText } from '../escape.ts';
import type { RemedyFormat } from './index.ts';

/** Blocks that several remedies need, such as the provider of the target, are printed once. */
export const remedyTerraform: RemedyFormat = (remedies) => {
  const printed = new Set<string>();
  return remedies.flatMap(({ judgement, remedy: { title, terraform = [] } }) => {
    const fresh = terraform.filter((block) => {
      const text = hclText([block]);
      return !printed.has(text) && printed.add(text);
    });
    return fresh.length === 0 ? [] : [`# ${terminalText(title)} (${judgement.rule})\n${hclText(fresh)}`];
  }).join('\n');
};
