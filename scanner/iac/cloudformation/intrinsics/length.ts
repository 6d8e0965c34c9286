import { isUnknown, unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

export const length: Intrinsic = (argument, scope) => {
  const list = scope.evaluate(argument);
  return Array.isArray(list) && !list.some(isUnknown) ? list.length : unknown('the length of a list that is not known');
};
