import type { Json } from '../../../../model/json.ts';
import type { PropertyValue } from '../../../../model/properties.ts';
import { pseudoParameter } from '../pseudo-parameter.ts';
import type { Scope } from '../scope.ts';
import { isObject, memberOf } from '../sections.ts';
import { concat, unknown } from '../value.ts';
import { attributeOf } from './get-att.ts';
import type { Intrinsic } from './intrinsic.ts';
import { valueOfName } from './ref.ts';

export const sub: Intrinsic = (argument, scope) => {
  const [template, variables = {}] = Array.isArray(argument) ? (argument as readonly Json[]) : [argument];
  const text = typeof template === 'string' ? template : template === undefined ? undefined : scope.evaluate(template);
  if (typeof text !== 'string' || !isObject(variables)) return typeof text === 'number' ? String(text) : unknown('Fn::Sub without a text');
  const values = new Map<string, PropertyValue>();
  return concat(partsOf(text).map((part) => (typeof part === 'string' ? part : valueOf(part.name))));

  function valueOf(name: string): PropertyValue {
    const own = isObject(variables) ? memberOf(variables, name) : undefined;
    if (own === undefined) return nameOrAttribute(name, scope);
    const value = values.get(name) ?? scope.evaluate(own);
    values.set(name, value);
    return value;
  }
};

function nameOrAttribute(name: string, scope: Scope): PropertyValue {
  const at = name.indexOf('.');
  return at === -1 || pseudoParameter(name, scope) !== undefined ? valueOfName(name, scope) : attributeOf(name.slice(0, at), name.slice(at + 1), scope);
}

/** Fixed pieces as text, `${Name}` as names. `${!Literal}` is the text `${Literal}`; what is no name is left as it stands. */
export function partsOf(text: string): (string | { readonly name: string })[] {
  return text.split(/(\$\{[^{}$]*\})/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const inner = piece.slice(2, -1);
    if (inner.startsWith('!')) return `\${${inner.slice(1)}}`;
    const name = inner.trim();
    return /^[\w.:&-]+$/.test(name) ? { name } : piece;
  });
}
