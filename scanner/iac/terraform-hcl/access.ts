import { hasSymbol, soleSymbol } from '../../../model/symbol.ts';
import type { Environment, Evaluate } from './environment.ts';
import type { Access } from './syntax/expression.ts';
import { bare, because, failed, isEncoded, isLazy, isList, isObject, isSet, isUnknown, itemsOf, knownNumber, knownText, mentionsOf, meansResource, unknown, type Value } from './value.ts';

/** What is asked of a value, step by step: .arn, [0], ["north"], [*].id. */
export function access(value: Value, steps: readonly Access[], around: { readonly environment: Environment; readonly evaluate: Evaluate }): Value {
  let at = value;
  for (const step of steps) {
    if ('name' in step) at = memberOf(at, step.name);
    else if ('key' in step) at = elementOf(at, around.evaluate(step.key, around.environment));
    else at = splat(at, (each) => access(each, step.splat, around), around.environment);
  }
  return at;
}

/** Whether a text is one attribute of a resource, of which parts may be asked: they are part of that attribute. */
const isAttribute = (value: Value): value is string => typeof value === 'string' && hasSymbol(value) && meansResource(soleSymbol(value)?.id ?? '');

export function memberOf(value: Value, name: string): Value {
  if (isLazy(value)) return value.get(name);
  if (isObject(value)) return value.of.get(name) ?? value.rest ?? failed(`there is no ${name.slice(0, 100)}`);
  if (isUnknown(value)) return value.failed ? value : unknown(value.why, value.mentions);
  if (isAttribute(value)) return value;
  // An index without brackets, as it was written before Terraform 0.12.
  return isList(value) && /^\d{1,9}$/.test(name) ? elementOf(value, Number(name)) : failed(`there is no ${name.slice(0, 100)}`);
}

export function elementOf(value: Value, key: Value): Value {
  if (isUnknown(value)) return value.failed ? value : unknown(value.why, value.mentions);
  if (isAttribute(value)) return value;
  if (isLazy(value) && value.pick !== undefined) return value.pick(key);
  const [number, text] = [knownNumber(key), knownText(key)];
  if (number === undefined && text === undefined) return isUnknown(key) && key.failed ? key : unknown('the index is not known', mentionsOf(value, key));
  if (isList(value)) return number === undefined || !Number.isInteger(number) ? failed('the index is no number') : (value[number] ?? failed('the index is beyond the list'));
  if (isObject(value) || isLazy(value)) return memberOf(value, text ?? String(number));
  return failed('it has no elements');
}

/** Everything of a list; of a single thing a list of one, and of null an empty one. */
function splat(value: Value, each: (item: Value) => Value, { run }: Environment): Value {
  const plain = bare(value);
  if (plain === null) return [];
  if (isUnknown(plain)) return plain;
  if (isAttribute(plain)) return unknown('its elements are known after apply', mentionsOf(plain));
  if (isLazy(plain) && plain.pick !== undefined) return unknown('the number of instances is not known', mentionsOf(each(plain)));
  const items = itemsOf(plain);
  if (items === undefined) return isEncoded(plain) ? because(plain) : [each(plain)];
  if (!run.spend(items.length)) return because(value);
  return items.map(each);
}

export interface Pair {
  readonly key: Value;
  readonly value: Value;
}

/** Pairs that a for expression, for_each or dynamic block goes over; a gap where they are not all known. */
export function pairsOf(value: Value): readonly Pair[] | ReturnType<typeof because> {
  const plain = bare(value);
  if (isUnknown(plain)) return plain;
  if (isSet(plain)) return plain.items.map((item) => ({ key: item, value: item }));
  if (isList(plain)) return plain.map((item, index) => ({ key: index, value: item }));
  if (isObject(plain) && plain.rest === undefined) return [...plain.of].map(([key, member]) => ({ key, value: member }));
  if (isObject(plain)) return plain.rest ?? because(plain);
  if (isLazy(plain) || isAttribute(plain)) return unknown('its elements are known after apply', mentionsOf(plain));
  return failed('it has no elements');
}
