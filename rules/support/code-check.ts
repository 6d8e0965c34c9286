import type { Occurrence } from '../../model/occurrence.ts';
import type { CodeContext } from '../rule.ts';
import { exempt, type Verdict } from '../verdict.ts';
import { claimOf, type CodeRuleId } from './code-claim.ts';
import { isOperative } from './code-operative.ts';
import { pinReason } from './code-pins.ts';

type Check = (occurrence: Occurrence, context: CodeContext) => Verdict | undefined;

/**
 * The check of a code rule around its own judgement, in the order in which a reviewer decides: what has no part in production, what
 * another rule speaks for, what AWS has pinned, then the rule.
 */
export function claimed(id: CodeRuleId, judge: Check): Check {
  return (occurrence, context) => {
    const { include } = context.options as { readonly include?: readonly string[] };
    if (!isOperative(occurrence, { targets: context.targets, include: include ?? [] }) || claimOf(occurrence, context.home) !== id) return undefined;
    const pin = id === 'code-missing-pin' || id === 'code-region-regex' || id === 'code-region-list-missing-rt' ? undefined : pinReason(occurrence);
    return pin === undefined ? judge(occurrence, context) : exempt(pin);
  };
}
