import type { Config } from '../model/config.ts';
import type { Kind } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import { attributesRead } from '../rules/attributes-read.ts';
import type { Rule } from '../rules/rule.ts';

/** By kind, the attributes that enabled rules need or may read: what a scan of AWS asks for. */
export function wantedAttributes(rules: ReadonlyMap<string, Rule>, { rules: settings = {} }: Config): ReadonlyMap<string, ReadonlySet<string>> {
  const read = new Set<string>();
  for (const [id, { needs = [] }] of rules) {
    const setting = Object.hasOwn(settings, id) ? settings[id] : undefined;
    if ((typeof setting === 'string' ? setting : setting?.severity) === 'off') continue;
    for (const name of [...needs, ...(attributesRead[id] ?? [])]) read.add(name);
  }
  return new Map((Object.entries(kinds) as [string, Kind][]).map(([id, kind]) => [id, new Set(Object.keys(kind.attributes.shape).filter((name) => read.has(name)))]));
}
