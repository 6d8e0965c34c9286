import type { Rule } from '../../rules/rule.ts';

/** The rule, which first asks whether its verdict is still wanted: judging is the longest thing that a thread does, and has no other place to stop at. */
export function interruptible(rule: Rule, checkpoint: () => void): Rule {
  const check = rule.check.bind(rule) as (subject: unknown, context: unknown) => unknown;
  return {
    ...rule,
    check(subject: unknown, context: unknown) {
      checkpoint();
      return check(subject, context);
    },
  } as unknown as Rule;
}
