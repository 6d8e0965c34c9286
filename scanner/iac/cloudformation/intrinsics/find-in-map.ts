import type { Json } from '../../../../model/json.ts';
import type { PropertyValue } from '../../../../model/properties.ts';
import { hasSymbol } from '../../../../model/symbol.ts';
import type { Scope } from '../scope.ts';
import { isObject, memberOf } from '../sections.ts';
import { isUnknown, textOf, unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

export const findInMap: Intrinsic = (argument, scope) => {
  if (!Array.isArray(argument) || argument.length < 3) return unknown('Fn::FindInMap without a map and two keys');
  const [map, ...keys] = argument.slice(0, 3).map((part) => scope.evaluate(part as Json));
  const fallback = isObject(argument[3] as Json) ? memberOf(argument[3], 'DefaultValue') : undefined;
  const gap = [map, ...keys].find((part) => part === undefined || isUnknown(part) || hasSymbol(textOf(part)));
  if (gap !== undefined || map === undefined) return unknown(gap !== undefined && isUnknown(gap) ? `a key of the mapping is not known: ${gap.$unresolved}` : 'a key of the mapping is not known');
  const name = textOf(map);
  const mapping = scope.sections.mappings.get(name);
  if (!mapping) return fallback === undefined ? missing(scope, `The template has no mapping ${name.slice(0, 120)}`) : scope.evaluate(fallback);
  const [first = '', second = ''] = keys.map((key) => textOf(key ?? null));
  const row = memberOf(mapping, first);
  const found = isObject(row) ? memberOf(row, second) : undefined;
  if (found !== undefined) return scope.evaluate(found);
  if (fallback !== undefined) return scope.evaluate(fallback);
  return missing(scope, missingKey(name, [first, second], scope));
};

/** Keys may come from parameters; only the region is named. */
function missingKey(mapping: string, keys: readonly string[], { deployment: { region } }: Scope): string {
  return keys.includes(region) ? `The mapping ${mapping} has no entry for ${region}: the template cannot be deployed there as it is` : `The mapping ${mapping} lacks a key that is asked of it`;
}

function missing(scope: Scope, message: string): PropertyValue {
  scope.note({ reason: 'unresolved', asked: 'value of a mapping', message });
  return unknown(message);
}
