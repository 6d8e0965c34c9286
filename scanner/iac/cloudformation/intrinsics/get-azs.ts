import { regionOf } from '../../../../model/region.ts';
import { unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

/** Zone names of a region, from a. How many there are is known; which of them an account sees may differ. */
export const getAzs: Intrinsic = (argument, scope) => {
  const asked = scope.evaluate(argument);
  if (typeof asked !== 'string') return unknown('Fn::GetAZs of a region that is not known');
  const code = asked === '' ? scope.deployment.region : asked;
  const zones = regionOf(code)?.azIds ?? [];
  if (zones.length === 0) return unknown('the zones of the region are not known');
  return zones.map((_, index) => `${code}${String.fromCharCode(97 + index)}`);
};
