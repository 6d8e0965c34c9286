import { resolve } from 'node:path';
import type { RuleSetting, RuleSettings } from '../rules/settings.ts';
import type { LoadedConfig } from './config.ts';
import { globMatcher } from './globs.ts';

/** What the configuration says of the code rules for one file, by its path relative to the working directory. The same settings are the same object. */
export function settingsByFile({ config, folder }: Pick<LoadedConfig, 'config' | 'folder'>, cwd: string): (file: string) => RuleSettings {
  const base: RuleSettings = config.rules ?? {};
  const overrides = (config.overrides ?? []).map(({ paths, rules }) => ({ matches: globMatcher(paths, folder), rules }));
  if (overrides.length === 0) return () => base;
  const combined = new Map<string, RuleSettings>();
  return (file) => {
    const absolute = resolve(cwd, file);
    const applying = overrides.map(({ matches }) => matches(absolute));
    const key = applying.map(Number).join('');
    const known = combined.get(key) ?? overrides.filter((_, index) => applying[index]).reduce((settings, { rules }) => merged(settings, rules), base);
    combined.set(key, known);
    return known;
  };
}

export function merged(base: RuleSettings, over: RuleSettings): RuleSettings {
  return { ...base, ...Object.fromEntries(Object.entries(over).map(([id, setting]) => [id, mergedSetting(Object.hasOwn(base, id) ? base[id] : undefined, setting)])) };
}

/** Options are replaced one by one, exclusions add up. */
function mergedSetting(base: RuleSetting | undefined, over: RuleSetting): RuleSetting {
  const [before, after] = [base ?? {}, over].map((setting) => (typeof setting === 'string' ? { severity: setting } : setting)) as [Exclude<RuleSetting, string>, Exclude<RuleSetting, string>];
  const options = { ...before.options, ...after.options };
  const exclude = [...(before.exclude ?? []), ...(after.exclude ?? [])];
  return { ...before, ...after, ...(Object.keys(options).length > 0 ? { options } : {}), ...(exclude.length > 0 ? { exclude } : {}) };
}
