import { hasSymbol } from '../../../../model/symbol.ts';
import { concat, unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

export const join: Intrinsic = (argument, scope) => {
  if (!Array.isArray(argument) || argument.length !== 2) return unknown('Fn::Join without a delimiter and a list');
  const [delimiter, list] = argument.map((part) => scope.evaluate(part));
  if (typeof delimiter !== 'string') return unknown('Fn::Join without a delimiter');
  if (Array.isArray(list)) return concat(list, delimiter);
  // An attribute that is a list: its symbol stands for the whole.
  return typeof list === 'string' && hasSymbol(list) ? list : concat([list ?? null]);
};
