import type { Edit, Judgement } from '../../model/readiness.ts';
import { offsetsOf } from '../../model/replacement.ts';
import { cdk } from './cdk.ts';
import type { FixContext, Fixer } from './fixer.ts';
import { python } from './python.ts';
import { sdkClient } from './sdk-client.ts';
import { templateJson } from './template-json.ts';
import { templateYaml } from './template-yaml.ts';
import { terraform } from './terraform.ts';
import { typescriptFallback } from './typescript-fallback.ts';

/** In the order in which they are asked: the first that knows a change has it. */
export const fixers: readonly Fixer[] = [templateYaml, templateJson, terraform, sdkClient, typescriptFallback, cdk, python];

/** Rules whose findings say that a text should be what the place it runs in says. What must be pinned, listed or matched needs a person, and so do zones: other regions have other letters. */
const fixable: ReadonlySet<string> = new Set([
  'code-region-literal', 'code-region-default', 'code-arn-literal', 'code-endpoint-literal', 'code-partition-literal', 'code-cross-region-client', 'code-pinned-credentials-region',
]);

/** The change of the file that closes a gap, where one is known; what the rule itself knows is the last resort. */
export function editFor({ state, rule, occurrence, edit }: Judgement, file: Omit<FixContext, 'from' | 'to' | 'rule'>): Edit | undefined {
  if (state !== 'gap' || occurrence === undefined) return undefined;
  const place = offsetsOf(file.starts, occurrence.span, file.text.length);
  if (place === undefined) return undefined;
  if (!fixable.has(rule)) return edit;
  const context: FixContext = { ...file, ...place, rule };
  try {
    for (const fixer of fixers) {
      const found = fixer.languages.has(occurrence.language) ? fixer.edit(occurrence, context) : undefined;
      if (found !== undefined) return found;
    }
  } catch (error) {
    // A file that is nested too deeply for its parser gets no edit; that it could not be read is told by its front-end.
    if (!(error instanceof RangeError)) throw error;
  }
  return edit;
}
