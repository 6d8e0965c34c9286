import type { Config } from '../model/config.ts';
import type { Kind } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import { attributesRead } from '../rules/attributes-read.ts';
import type { Rule } from '../rules/rule.ts';

/** By kind, the attributes that enabled rules need or may read: what a scan of AWS asks for. Nothing tells what a rule of the configuration reads, so that all of its subjects is asked for. */
export function wantedAttributes(rules: ReadonlyMap<string, Rule>, { rules: settings = {}, overrides = [] }: Config): ReadonlyMap<string, ReadonlySet<string>> {
  const read = new Set<string>();
  const own: Rule[] = [];
  for (const [id, rule] of rules) {
    const setting = Object.hasOwn(settings, id) ? settings[id] : undefined;
    if ((typeof setting === 'string' ? setting : setting?.severity) === 'off' && !overrides.some((override) => Object.hasOwn(override.rules, id))) continue;
    if (id.includes('/')) own.push(rule);
    for (const name of [...(rule.needs ?? []), ...(Object.hasOwn(attributesRead, id) ? (attributesRead[id] ?? []) : [])]) read.add(name);
  }
  return new Map((Object.entries(kinds) as [string, Kind][]).map(([id, kind]) => [id, new Set(Object.keys(kind.attributes.shape).filter((name) => read.has(name) || own.some((rule) => maySee(rule, kind))))]));
}

function maySee({ on }: Rule, { id, traits }: Kind): boolean {
  if (on === 'code') return false;
  if (on === 'estate' || on === 'resource') return true;
  return typeof on === 'object' && 'trait' in on ? traits.includes(on.trait) : [on].flat().some((kind) => kind === id);
}
