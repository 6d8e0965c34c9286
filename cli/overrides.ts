import { resolve } from 'node:path';
import type { Config } from '../model/config.ts';
import { matchesPattern } from '../model/pattern.ts';
import type { Owner, RuleSetting, RuleSettings, SettingsOf } from '../rules/settings.ts';
import type { LoadedConfig } from './config.ts';
import { globMatcher } from './globs.ts';

interface Override {
  matches(file: string, owner: Owner): boolean;
  readonly rules: RuleSettings;
}

/** What the configuration says of the rules for one file, by its path relative to `from`, or for one resource; undefined where it says the same for all. */
export function settingsByFile({ config, folder }: Pick<LoadedConfig, 'config' | 'folder'>, from: string): SettingsOf | undefined {
  const base: RuleSettings = config.rules ?? {};
  const overrides = (config.overrides ?? []).map((override) => matcher(override, folder, from));
  if (overrides.length === 0) return undefined;
  const combined = new Map<string, RuleSettings>();
  return (file, owner = {}) => {
    const applying = overrides.map(({ matches }) => matches(file, owner));
    const key = applying.map(Number).join('');
    const known = combined.get(key) ?? overrides.filter((_, index) => applying[index]).reduce((settings, { rules }) => merged(settings, rules), base);
    combined.set(key, known);
    return known;
  };
}

function matcher({ paths, services, tags, rules }: NonNullable<Config['overrides']>[number], folder: string, from: string): Override {
  const inPaths = paths === undefined ? () => true : globMatcher(paths, folder);
  const wanted = tags?.map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)] as const);
  return {
    rules,
    matches: (file, { service, tags: own = {}, files = [file] }) =>
      (services === undefined || (service !== undefined && services.some((pattern) => matchesPattern(pattern, service)))) &&
      (wanted === undefined || wanted.some(([key, value]) => Object.hasOwn(own, key) && matchesPattern(value, own[key] ?? ''))) &&
      (paths === undefined || files.some((path) => inPaths(resolve(from, path)))),
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
