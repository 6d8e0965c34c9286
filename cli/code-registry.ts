import { codeRules, ruleIds } from '../rules/code-rules.ts';
import type { Rule } from '../rules/rule.ts';

/** Rules that judge code, by id: all that lint needs, without the rules for resources and the kinds these know. */
export const codeRegistry: ReadonlyMap<string, Rule> = new Map(Object.entries<Rule>(codeRules));

/** Ids of all rules, whatever they judge. */
export const allRuleIds: readonly string[] = ruleIds;

/** Every rule, loaded when somebody asks: a configuration may name any of them. */
export const allRules = async (): Promise<ReadonlyMap<string, Rule>> => (await import('./registry.ts')).ruleRegistry;
