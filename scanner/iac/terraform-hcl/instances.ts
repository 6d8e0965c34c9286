import { pairsOf } from './access.ts';
import { withNames, type Environment } from './environment.ts';
import { evaluate } from './evaluate.ts';
import type { Body } from './syntax/expression.ts';
import { bare, isList, isUnknown, knownNumber, knownScalar, knownText, record, unknown, type Value } from './value.ts';
import type { InstanceKey } from '../terraform/address.ts';

/** One instance of a block, with what each and count stand for in it. */
export interface Instance {
  readonly key: InstanceKey | undefined;
  readonly environment: Environment;
}

export interface Instances {
  readonly by: 'single' | 'count' | 'key' | 'unknown';
  /** Of an unknown number of instances one, whose key is not known. */
  readonly all: readonly Instance[];
}

/** The instances that count and for_each make of a block. */
export function instancesOf({ attributes }: Body, environment: Environment, address: string): Instances {
  const [count, forEach] = [attributes.get('count'), attributes.get('for_each')];
  if (forEach !== undefined) return byKey(evaluate(forEach.value, environment), environment, address);
  if (count !== undefined) return byCount(evaluate(count.value, environment), environment, address);
  return { by: 'single', all: [{ key: undefined, environment }] };
}

function byCount(value: Value, environment: Environment, address: string): Instances {
  const count = typeof bare(value) === 'boolean' ? undefined : knownNumber(value);
  if (count === undefined || !isAffordable(count, environment, address)) return undecided(value, environment, address);
  return { by: 'count', all: Array.from({ length: count }, (_, index) => ({ key: index, environment: withNames(environment, [['count', record({ index })]]) })) };
}

function byKey(value: Value, environment: Environment, address: string): Instances {
  const pairs = isList(bare(value)) ? unknown('for_each needs a map or a set') : pairsOf(value);
  if ('is' in pairs || !isAffordable(pairs.length, environment, address)) return undecided(value, environment, address);
  const keys = pairs.map(({ key }) => (knownScalar(key) === null ? undefined : knownText(key)));
  if (keys.some((key) => key === undefined)) return undecided(value, environment, address);
  return { by: 'key', all: pairs.map(({ key, value: each }, index) => ({ key: keys[index], environment: withNames(environment, [['each', record({ key: keys[index] ?? key, value: each })]]) })) };
}

function isAffordable(count: number, { run }: Environment, address: string): boolean {
  if (!Number.isInteger(count) || count < 0) return false;
  const isModule = address.slice(address.lastIndexOf('.', address.lastIndexOf('.') - 1) + 1).startsWith('module.');
  if (run.afford(isModule ? count * 10 : count)) return true;
  run.note({ reason: 'too-large', asked: `instances in the root module`, message: `There are more instances than are told one by one: ${count} of ${address.replace(/\[[^\]]*\]/g, '').slice(0, 200)}.`, remedy: 'Give the output of terraform show -json for a plan.' });
  return false;
}

function undecided(value: Value, environment: Environment, address: string): Instances {
  environment.run.missing('count', address);
  const gap = unknown('the instance is not known', isUnknown(value) ? value.mentions : []);
  return { by: 'unknown', all: [{ key: undefined, environment: withNames(environment, [['each', record({ key: gap, value: gap })], ['count', record({ index: gap })]]) }] };
}
