import { UserError } from '../model/errors.ts';
import { frameworkIds, serves } from '../rules/frameworks.ts';
import type { Rule } from '../rules/rule.ts';
import { didYouMean } from './suggest.ts';

/** The rules that serve any of these best practices or questions; all of them where none is named. Throws RR103 for one that no rule serves. */
export function rulesServing(rules: readonly Rule[], frameworks: readonly string[] = []): readonly Rule[] {
  const known = frameworkIds();
  const strange = frameworks.find((id) => !known.includes(id.toUpperCase()));
  if (strange !== undefined) throw new UserError('RR103', `No rule serves ${strange}.${didYouMean(strange, known)}`, { hint: `Known: ${known.join(', ')}.` });
  return frameworks.length === 0 ? rules : rules.filter(({ id }) => frameworks.some((framework) => serves(id, framework)));
}
