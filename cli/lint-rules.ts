import { UserError } from '../model/errors.ts';
import type { Rule } from '../rules/rule.ts';
import { allRuleIds, codeRegistry } from './code-registry.ts';
import { withOwn, type LoadedConfig } from './config.ts';
import { didYouMean } from './suggest.ts';

/** The code rules of these ids, all of them if none is named. Throws RR403 for a rule that does not exist and RR103 for one that does not read code. */
export function codeRulesNamed(ids: readonly string[], loaded: Pick<LoadedConfig, 'own'>): readonly Rule[] {
  const known = withOwn(codeRegistry, { own: loaded.own?.filter(({ on }) => on === 'code') ?? [] });
  for (const id of ids) {
    if (known.has(id)) continue;
    if (allRuleIds.includes(id) || loaded.own?.some((rule) => rule.id === id) === true) throw new UserError('RR103', `${id} judges resources, not code: lint does not ask it.`, { hint: 'Run `regionready audit`.' });
    throw new UserError('RR403', `There is no rule ${id}.${didYouMean(id, known.keys())}`);
  }
  const all = [...known.values()];
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}
