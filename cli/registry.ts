import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

/** Every rule by id. */
export const ruleRegistry: ReadonlyMap<string, Rule> = new Map(Object.entries<Rule>(rules));
