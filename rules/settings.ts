import type { z } from 'zod';
import type { ruleConfigSchema } from '../model/config.ts';
import { matchesPattern } from '../model/pattern.ts';
import type { Severity, Strategy } from '../model/intent.ts';
import type { Rule } from './rule.ts';

/** What the configuration says of one rule. */
export type RuleSetting = z.infer<typeof ruleConfigSchema>;

export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Who the settings are for, beside a file. */
export interface Owner {
  readonly service?: string;
  /** Of a resource. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Every file that tells of a resource. */
  readonly files?: readonly string[];
}

/** Settings where they differ from place to place. The same settings are the same object. */
export type SettingsOf = (file: string, owner?: Owner) => RuleSettings;

/** Severity of a rule for a strategy, `off` where the strategy does not ask for it or the configuration turns it off. */
export function severityOf(rule: Rule, strategy: Strategy, settings: RuleSettings): Severity | 'off' {
  return configuredSeverity(rule, settings) ?? (typeof rule.severity === 'string' ? rule.severity : rule.severity[strategy]);
}

/** What the configuration says of a rule's severity, if it does. */
export function configuredSeverity({ id }: Rule, settings: RuleSettings): Severity | 'off' | undefined {
  const setting = settings[id];
  return typeof setting === 'string' ? setting : setting?.severity;
}

/** The rule's options with its schema's defaults filled in. The configuration loader has reported invalid ones before. */
export function optionsOf(rule: Rule, settings: RuleSettings): Readonly<Record<string, unknown>> {
  const setting = settings[rule.id];
  const given = typeof setting === 'object' ? (setting.options ?? {}) : {};
  return rule.options === undefined ? given : rule.options.parse(given);
}

/** Whether the configuration takes anything out of the rule's sight. */
export function hasExclusions({ id }: Rule, settings: RuleSettings): boolean {
  const setting = settings[id];
  return typeof setting === 'object' && (setting.exclude ?? []).length > 0;
}

/** True if the configuration takes the subject out of the rule's sight. */
export function isExcluded(rule: Rule, settings: RuleSettings, texts: readonly (string | undefined)[]): boolean {
  const setting = settings[rule.id];
  const exclude = typeof setting === 'object' ? (setting.exclude ?? []) : [];
  return exclude.some((pattern) => texts.some((text) => text !== undefined && matchesPattern(pattern, text)));
}
