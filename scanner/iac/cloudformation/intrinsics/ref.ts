import type { PropertyValue } from '../../../../model/properties.ts';
import { hasSymbol, symbol } from '../../../../model/symbol.ts';
import { pseudoParameter } from '../pseudo-parameter.ts';
import { factId, type Scope } from '../scope.ts';
import { marker, unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

export const ref: Intrinsic = (argument, scope) => {
  const name = typeof argument === 'string' ? argument : scope.evaluate(argument);
  return typeof name === 'string' && !hasSymbol(name) ? valueOfName(name, scope) : unknown('Ref without a name');
};

/** What a name stands for: a pseudo parameter, a parameter or a resource. */
export function valueOfName(name: string, scope: Scope): PropertyValue {
  const known = pseudoParameter(name, scope) ?? scope.parameter(name);
  if (known !== undefined) return known;
  // SAM: !Ref Orders.Version, !Ref Shop.Stage.
  const at = name.indexOf('.');
  const generated = at === -1 ? undefined : resourceNamed(name.slice(0, at), scope, name.slice(at + 1));
  return resourceNamed(name, scope) ?? generated ?? nothingNamed(name, scope);
}

/** The symbol of a resource, or of an attribute of it; undefined if the template has no such resource. */
export function resourceNamed(name: string, scope: Scope, attribute?: string): PropertyValue | undefined {
  const resource = scope.resources().get(name);
  if (!resource) return undefined;
  const { Condition: condition } = resource.body;
  if (typeof condition === 'string' && scope.condition(condition) === false) return unknown(`${name} is not created, its condition does not hold`);
  return symbol(factId(scope, name), attribute?.replace(/[⟦⟧#]/g, '*'));
}

export function nothingNamed(name: string, scope: Scope): PropertyValue {
  const shown = name.slice(0, 120);
  scope.note({ reason: 'unresolved', asked: `value of ${shown}`, message: `${shown} is neither a parameter nor a resource of the template` });
  return unknown(`${shown} is not in the template`, marker('value'));
}
