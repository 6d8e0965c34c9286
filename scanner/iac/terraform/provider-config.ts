import { parseArn } from '../../../model/arn.ts';
import type { Json } from '../../../model/json.ts';
import { stepsOf } from './address.ts';
import { constantOf, referencesOf } from './configuration.ts';
import { asList, asText, member, memberAt } from './members.ts';
import type { Scope, Scopes } from './scope.ts';
import { asAccount, asRegion, type Whereabouts } from './whereabouts.ts';

/** Modules that a variable is followed through. */
const depthLimit = 100;

/** What a plan's provider blocks say of region and account, by provider_config_key. Values of variables are used only where they are region codes or account ids. */
export function providerConfigs(plan: Json, scopes: Scopes): (key: string | undefined) => Whereabouts {
  const memo = new Map<string, Whereabouts>();
  return (key) => {
    if (key === undefined) return {};
    const known = memo.get(key) ?? readProvider(plan, scopes, key);
    memo.set(key, known);
    return known;
  };
}

function readProvider(plan: Json, scopes: Scopes, key: string): Whereabouts {
  const config = configFor(plan, key);
  const scope = scopes.at(asText(member(config, 'module_address')) ?? '');
  const value = (name: string): Json | undefined => constantIn(memberAt(config, 'expressions', name), scope, plan);
  return { region: asRegion(value('region')), account: accountOf(config, value) };
}

/** Plans of older versions give modules keys of their own (module.media:aws); what they do not configure is inherited from the caller. */
function configFor(plan: Json, key: string): Json | undefined {
  const configs = memberAt(plan, 'configuration', 'provider_config');
  const own = member(configs, key);
  if (own !== undefined && memberAt(own, 'expressions', 'region') !== undefined) return own;
  const inherited = key.includes(':') ? member(configs, key.slice(key.lastIndexOf(':') + 1)) : undefined;
  return inherited ?? own;
}

function accountOf(config: Json | undefined, value: (name: string) => Json | undefined): string | undefined {
  const allowed = asList(value('allowed_account_ids')) ?? [];
  if (allowed.length === 1) return asAccount(allowed[0]);
  const [assumed] = asList(memberAt(config, 'expressions', 'assume_role')) ?? [];
  return asAccount(parseArn(asText(constantOf(member(assumed, 'role_arn'))) ?? '')?.account);
}

/** Value of an expression that is a constant, or a variable whose value the plan tells. */
function constantIn(expression: Json | undefined, scope: Scope | undefined, plan: Json): Json | undefined {
  let [at, within] = [expression, scope];
  for (let depth = 0; depth < depthLimit; depth++) {
    const constant = constantOf(at);
    if (constant !== undefined) return constant;
    const [reference, ...more] = referencesOf(at);
    const [first, variable, ...rest] = stepsOf(reference ?? '') ?? [];
    if (more.length > 0 || rest.length > 0 || first?.name !== 'var' || variable === undefined) return undefined;
    if (within?.caller === undefined) return memberAt(plan, 'variables', variable.name, 'value');
    const passed = member(within.caller.call.expressions, variable.name);
    if (passed === undefined) return within.config.defaults.get(variable.name);
    [at, within] = [passed, within.caller.scope];
  }
  return undefined;
}
