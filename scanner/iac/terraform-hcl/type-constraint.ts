import { bare, isEncoded, isObject, isUnknown, itemsOf, knownFlag, knownNumber, knownScalar, object, type Value } from './value.ts';
import { setOf } from './functions/sets.ts';
import type { Expression } from './syntax/expression.ts';
import { numberText } from './text.ts';

/** Gives a default that a type has inside of it. */
export type Default = (expression: Expression) => Value;

/** The value as the type of its variable makes it: texts and numbers turned into each other, members that may be left out set. */
export function converted(value: Value, type: Expression | undefined, defaultOf: Default): Value {
  if (type === undefined || isUnknown(value)) return value;
  if (type.is === 'variable') return scalarAs(value, type.name);
  if (type.is !== 'call') return value;
  const [inner] = type.parts;
  const items = itemsOf(value);
  switch (type.name) {
    case 'list': return items === undefined ? value : items.map((item) => converted(item, inner, defaultOf));
    case 'set': return items === undefined ? value : setOf(items.map((item) => converted(item, inner, defaultOf)));
    case 'map': return isObject(value) ? object(new Map([...value.of].map(([key, member]) => [key, converted(member, inner, defaultOf)])), value.rest) : value;
    case 'tuple': return items === undefined || inner?.is !== 'list' ? value : items.map((item, index) => converted(item, inner.items[index], defaultOf));
    case 'object': return isObject(value) && inner?.is === 'object' ? shaped(value, inner, defaultOf) : value;
    default: return value;
  }
}

function scalarAs(value: Value, type: string): Value {
  const plain = bare(value);
  if (plain === null || isEncoded(plain) || knownScalar(plain) === undefined) return value;
  if (type === 'string' && typeof plain !== 'string') return typeof plain === 'object' ? value : numberText(plain);
  if (type === 'number' && typeof plain === 'string') return knownNumber(plain) ?? value;
  return type === 'bool' && typeof plain === 'string' ? (knownFlag(plain) ?? value) : value;
}

/** An object with the members of its type and no others. */
function shaped(value: Extract<Value, { is: 'object' }>, type: Extract<Expression, { is: 'object' }>, defaultOf: Default): Value {
  const members = new Map<string, Value>();
  for (const { key, value: declared } of type.entries) {
    if (key.is !== 'literal') continue;
    const name = String(key.value);
    const isOptional = declared.is === 'call' && declared.name === 'optional';
    const [inner, fallback] = isOptional ? declared.parts : [declared];
    const given = value.of.get(name);
    if (given === undefined && value.rest !== undefined) continue;
    const missing = given === undefined || bare(given) === null;
    const chosen = missing ? (isOptional && fallback !== undefined ? defaultOf(fallback) : null) : given;
    members.set(name, converted(chosen, inner, defaultOf));
  }
  return object(members, value.rest);
}
