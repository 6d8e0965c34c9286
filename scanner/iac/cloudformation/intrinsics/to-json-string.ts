import { type PropertyValue, isUnresolved } from '../../../../model/properties.ts';
import { textLimit, textOf, unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

export const toJsonString: Intrinsic = (argument, scope) => {
  const value = scope.evaluate(argument);
  if (isUnresolved(value)) return value;
  return sizeOf(value) > textLimit ? unknown(`the text grows past ${textLimit} characters`) : JSON.stringify(told(value));
};

/** Gaps as their markers. */
function told(value: PropertyValue): unknown {
  if (isUnresolved(value)) return textOf(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(told);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, told(member as PropertyValue)]));
}

function sizeOf(value: PropertyValue): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.entries(value).reduce((size, [key, member]) => size + key.length + sizeOf(member as PropertyValue), 0);
}
