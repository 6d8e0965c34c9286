import { symbol } from '../../../model/symbol.ts';
import { kindOfType } from '../../kind-of-type.ts';
import { indexText, within, type InstanceKey } from '../terraform/address.ts';
import { factId } from '../terraform/document-facts.ts';
import { isSecret } from '../terraform/provider-facts.ts';
import { localAddress, type TerraformResource } from '../terraform/resource.ts';
import { argument } from './blocks.ts';
import { dataAttribute } from './data-sources/index.ts';
import type { Declared } from './declarations.ts';
import type { Environment } from './environment.ts';
import { instancesOf, type Instance, type Instances } from './instances.ts';
import { lazyMap } from './memo.ts';
import type { Module } from './module.ts';
import { providerAt, providerName, type ProviderConfig } from './providers.ts';
import { settled } from './text.ts';
import { bare, isList, isLazy, isObject, isSet, knownScalar, mentionsOf, object, traced, type Lazy, type Value } from './value.ts';

/** An instance of a resource or data source. */
export interface ResourceInstance {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly key: InstanceKey | undefined;
  readonly address: string;
  /** Fact id. */
  readonly id: string;
  readonly declared: Declared;
  readonly module: Module;
  readonly environment: Environment;
  /** It stands for an unknown number of instances, which may be none. */
  readonly undecided: boolean;
  get(attribute: string): Value;
  provider(): ProviderConfig | undefined;
}

export interface ResourceSet {
  readonly instances: readonly ResourceInstance[];
  /** What the name of the resource stands for in expressions. */
  readonly value: Value;
}

/** The instances of a resource block of a module. */
export function resourceSet(declared: Declared, module: Module): ResourceSet {
  const [type = '', name = ''] = declared.block.labels;
  const mode = declared.block.type === 'data' ? 'data' : 'managed';
  const block: Opened = { mode, type, name, declared, module };
  const found = instancesOf(declared.block.body, module.environment, within(module.path, localAddress(block)));
  const instances = found.all.map((instance) => resourceInstance(block, instance, found.by === 'unknown'));
  return { instances, value: valueOf(found, instances, (key) => lazyOf(resourceInstance(block, { key, environment: found.all[0]?.environment ?? module.environment }, true))) };
}

type Opened = Pick<ResourceInstance, 'mode' | 'type' | 'name' | 'declared' | 'module'>;

function resourceInstance(block: Opened, { key, environment }: Instance, open: boolean): ResourceInstance {
  const { mode, type, name, module, declared } = block;
  const address = within(module.path, `${localAddress({ mode, type, name })}${indexText(key)}`);
  const id = factId(module.root.stack, { address } as TerraformResource);
  if (mode === 'managed') module.root.run.types.set(id, type);
  const written = declared.block.body.attributes.get('provider')?.value;
  const made: ResourceInstance = {
    mode, type, name, key, address, id, declared, module, environment,
    undecided: open || module.undecided,
    get: lazyMap((attribute) => (mode === 'data' ? dataAttribute(made, attribute) : managedAttribute(made, attribute))),
    provider: () => providerAt(providerName(written) ?? { name: type.split('_', 1)[0] ?? type }, module.providers, environment),
  };
  return made;
}

/** Instances as an expression sees them. Of an unknown number, a plan knows the one with the key that is asked for. */
export function valueOf<T extends Indexed>({ by }: Instances, instances: readonly T[], ghost: (key: InstanceKey) => Lazy): Value {
  const [first] = instances;
  if (by === 'count') return instances.map(lazyOf);
  if (by === 'key') return object(new Map(instances.map((each) => [String(each.key), lazyOf(each)])));
  if (first === undefined) return [];
  const lazy = lazyOf(first);
  if (by === 'single') return lazy;
  return {
    ...lazy,
    pick: (key) => {
      const plain = knownScalar(key);
      return first.module.root.isPlanned && (typeof plain === 'string' || typeof plain === 'number') ? ghost(plain) : lazy;
    },
  };
}

export interface Indexed {
  readonly key: InstanceKey | undefined;
  readonly id?: string;
  readonly mode?: 'managed' | 'data';
  readonly module: Pick<Module, 'root'>;
  get(name: string): Value;
}

export const lazyOf = (each: Indexed): Lazy => ({ is: 'lazy', get: each.get, self: each.id === undefined || each.mode === 'data' ? undefined : symbol(each.id) });

/**
 * An attribute of a managed resource: what its argument says, if that is written out, with the resource beside it. Everything else is known
 * after apply, and stands as the symbol of the attribute.
 */
function managedAttribute(instance: ResourceInstance, name: string): Value {
  const self = symbol(instance.id, name.replace(/[⟦⟧#]/g, '*'));
  if (isSecret(instance.type, name)) return self;
  const set = argument(instance.declared.block.body, name, instance.environment);
  const value = set === undefined ? null : settled(set);
  const scalar = knownScalar(value);
  if (scalar !== undefined && scalar !== null) return traced(scalar, [self]);
  const whole = wholeOf(instance, name);
  if (whole !== undefined) return whole;
  return isObject(value) || isSet(value) || isList(value) ? tracedLeaves(value, self, instance.environment) : self;
}

/** The id of a part (aws_s3_bucket_versioning) is the name of its whole, and is used in its place to order deployments. */
function wholeOf({ type, declared, environment }: ResourceInstance, name: string): Value | undefined {
  const part = kindOfType(type)?.part;
  if (part === undefined || (name !== 'id' && name !== part.of)) return undefined;
  const whole = argument(declared.block.body, part.of, environment);
  return whole !== undefined && mentionsOf(whole).length > 0 ? whole : undefined;
}

/** The value with everything known in it said to come from the attribute. */
function tracedLeaves(value: Value, from: string, environment: Environment): Value {
  if (!environment.run.spend(1)) return from;
  const plain = bare(value);
  if (isLazy(plain)) return plain;
  const inner = (each: Value): Value => environment.run.deeper(() => tracedLeaves(each, from, environment), (why): Value => why);
  if (isList(plain)) return plain.map(inner);
  if (isSet(plain)) return { is: 'set', items: plain.items.map(inner) };
  if (isObject(plain)) return object(new Map([...plain.of].map(([key, member]) => [key, inner(member)])), plain.rest);
  return knownScalar(plain) === undefined ? value : traced(value, [from]);
}
