import type { PropertyValue } from '../../../../model/properties.ts';
import { hasSymbol } from '../../../../model/symbol.ts';
import type { Scope } from '../scope.ts';
import { textOf, unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';
import { nothingNamed, resourceNamed } from './ref.ts';

export const getAtt: Intrinsic = (argument, scope) => {
  const [name, ...attribute] = partsOf(argument, scope);
  return name === undefined || hasSymbol(name) || attribute.length === 0 ? unknown('Fn::GetAtt without an attribute') : attributeOf(name, attribute.join('.'), scope);
};

function partsOf(argument: Parameters<Intrinsic>[0], scope: Scope): string[] {
  if (typeof argument === 'string') return splitOnce(argument);
  return Array.isArray(argument) ? argument.map((part) => textOf(scope.evaluate(part))) : [];
}

function splitOnce(text: string): string[] {
  const at = text.indexOf('.');
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** An attribute of a resource; outputs of nested stacks are what the nested template says. */
export function attributeOf(name: string, attribute: string, scope: Scope): PropertyValue {
  if (attribute.startsWith('Outputs.')) {
    const output = scope.nested(name)?.output(attribute.slice('Outputs.'.length));
    if (output !== undefined) return output;
  }
  // SAM: !GetAtt Orders.Alias.Name, written as a list.
  const [owner = ''] = name.split('.');
  return resourceNamed(name, scope, attribute) ?? resourceNamed(owner, scope, attribute) ?? nothingNamed(name, scope);
}
