import { parseArn } from '../../../model/arn.ts';
import { asAccount, asRegion, type Whereabouts } from '../terraform/whereabouts.ts';
import { argument } from './blocks.ts';
import { aliasOf, type Declared } from './declarations.ts';
import { withNames, type Environment } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { lazily } from './memo.ts';
import type { Expression } from './syntax/expression.ts';
import { elementOf, memberOf, pairsOf } from './access.ts';
import { isObject, isUnknown, itemsOf, knownText, record, unknown, type Value } from './value.ts';

/** A configuration of a provider: a provider block, or none where nobody wrote one. */
export interface ProviderConfig {
  /** Name for messages: aws, aws.recovery, module.media:aws. */
  readonly key: string;
  /** Local name of the provider. */
  readonly name: string;
  where(): Whereabouts;
  /** Tags that it adds to every resource that takes tags. */
  defaultTags(): Value;
}

export interface Providers {
  /** The configuration of that name, and alias if there is one. */
  of(name: string, alias?: string): ProviderConfig | undefined;
}

/** What a resource or module call names: aws, aws.recovery, aws.by_region[each.key]. */
export interface ProviderName {
  readonly name: string;
  readonly alias?: string | undefined;
  readonly key?: Expression | undefined;
}

export function providerName(expression: Expression | undefined): ProviderName | undefined {
  if (expression?.is === 'variable') return { name: expression.name };
  if (expression?.is === 'literal') {
    const [name = '', alias] = String(expression.value).split('.');
    return { name, alias };
  }
  if (expression?.is !== 'access' || expression.of.is !== 'variable') return undefined;
  const [first, second] = expression.steps;
  return first && 'name' in first ? { name: expression.of.name, alias: first.name, key: second && 'key' in second ? second.key : undefined } : undefined;
}

interface Opening {
  readonly declared: readonly Declared[];
  readonly environment: Environment;
  /** Address of the module, '' for the root. */
  readonly path: string;
  /** What the call of the module passes on, by the name that it has inside. */
  readonly passed: ReadonlyMap<string, ProviderConfig>;
  readonly outer: Providers | undefined;
}

/** The configurations that the resources of a module can name. Without a word about it, the unaliased ones of the caller hold. */
export function openProviders({ declared, environment, path, passed, outer }: Opening): Providers {
  const own = new Map<string, ProviderConfig>();
  const prefix = path === '' ? '' : `${path}:`;
  for (const { block } of declared) {
    const [name = ''] = block.labels;
    const alias = aliasOf(block);
    // A block in a module that configures nothing only says that a configuration is to be passed.
    if (path !== '' && block.body.attributes.size === (alias === undefined ? 0 : 1) && block.body.blocks.length === 0) continue;
    const forEach = block.body.attributes.get('for_each');
    const pairs = forEach === undefined ? undefined : pairsOf(evaluate(forEach.value, environment));
    const key = alias === undefined ? name : `${name}.${alias}`;
    if (pairs === undefined) own.set(key, configuration({ block, file: '' }, { key: prefix + key, name }, environment));
    else if (!('is' in pairs)) {
      for (const { key: each, value } of pairs.slice(0, 1_000)) {
        const text = knownText(each) ?? '';
        own.set(`${key}[${text}]`, configuration({ block, file: '' }, { key: `${prefix}${key}["${text}"]`, name }, withNames(environment, [['each', record({ key: each, value })]])));
      }
    }
  }
  const of: Providers['of'] = (name, alias) => {
    const key = alias === undefined ? name : `${name}.${alias}`;
    const found = own.get(key) ?? passed.get(key) ?? (alias === undefined ? outer?.of(name) : undefined);
    if (found !== undefined || alias !== undefined || outer !== undefined) return found;
    const implicit: ProviderConfig = { key: name, name, where: () => ({}), defaultTags: () => record({}) };
    own.set(name, implicit);
    return implicit;
  };
  return { of };
}

function configuration({ block: { body } }: Declared, { key, name }: { readonly key: string; readonly name: string }, environment: Environment): ProviderConfig {
  let where: Whereabouts | undefined;
  const tags = lazily(() => {
    const block = argument(body, 'default_tags', environment);
    if (block === undefined) return record({});
    const tags = memberOf(itemsOf(block) === undefined ? block : elementOf(block, 0), 'tags');
    return isObject(tags) ? tags : isUnknown(tags) && !tags.failed ? tags : record({});
  });
  return {
    key, name, defaultTags: tags,
    where: () => (where ??= { region: asRegion(knownText(argument(body, 'region', environment) ?? null)), account: accountOf((of) => argument(body, of, environment)) }),
  };
}

function accountOf(value: (name: string) => Value | undefined): string | undefined {
  const allowed = itemsOf(value('allowed_account_ids') ?? []) ?? [];
  if (allowed.length === 1) return asAccount(knownText(allowed[0] ?? null));
  const assumed = value('assume_role') ?? unknown('not set');
  const [role] = itemsOf(assumed) ?? [assumed];
  return asAccount(parseArn(knownText(memberOf(role ?? null, 'role_arn')) ?? '')?.account);
}

/** The configuration that a name means where it stands. */
export function providerAt(name: ProviderName, providers: Providers, environment: Environment): ProviderConfig | undefined {
  if (name.key === undefined) return providers.of(name.name, name.alias);
  const key = knownText(evaluate(name.key, environment));
  return key === undefined ? undefined : providers.of(name.name, `${name.alias}[${key}]`);
}
