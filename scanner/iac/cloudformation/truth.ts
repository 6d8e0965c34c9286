import { canonicalJson, type Json } from '../../../model/json.ts';
import type { PropertyValue } from '../../../model/properties.ts';
import { hasSymbol, symbolsIn } from '../../../model/symbol.ts';
import type { Intrinsic } from './intrinsics/intrinsic.ts';
import type { Scope } from './scope.ts';
import { isObject, listOf } from './sections.ts';
import { isTold, isUnknown, marker, meansResource, textOf, unknown } from './value.ts';

/** Whether a condition holds; undefined if that depends on what was not given. */
export function truth(raw: Json, scope: Scope): boolean | undefined {
  if (!isObject(raw)) return raw === true || raw === 'true' ? true : raw === false || raw === 'false' ? false : undefined;
  const [[name, argument = null] = ['', null], ...more] = Object.entries(raw);
  if (more.length > 0) return undefined;
  if (name === 'Condition') return typeof argument === 'string' ? scope.condition(argument) : undefined;
  const operands = listOf(argument);
  if (name === 'Fn::Equals') return operands.length === 2 ? equal(operands.map((operand) => scope.evaluate(operand)) as [PropertyValue, PropertyValue]) : undefined;
  if (name === 'Fn::And') return all(operands.map((operand) => truth(operand, scope)), false);
  if (name === 'Fn::Or') return all(operands.map((operand) => truth(operand, scope)), true);
  if (name !== 'Fn::Not' || operands.length !== 1) return undefined;
  const inner = truth(operands[0] ?? null, scope);
  return inner === undefined ? undefined : !inner;
}

/** Three-valued: one deciding operand decides, whatever is not known of the others. */
function all(operands: readonly (boolean | undefined)[], deciding: boolean): boolean | undefined {
  if (operands.includes(deciding)) return deciding;
  return operands.includes(undefined) ? undefined : !deciding;
}

function equal([a, b]: [PropertyValue, PropertyValue]): boolean | undefined {
  const [left, right] = [comparable(a), comparable(b)];
  if (left === right && !left.includes(marker('value'))) return true;
  if (!isTold(a) || !isTold(b) || isUnknown(a) || isUnknown(b)) return undefined;
  if (!hasSymbol(left) && !hasSymbol(right)) return false;
  // What a resource gives is never empty.
  return left === '' || right === '' ? (symbolsIn(left + right).some(({ id }) => meansResource(id)) ? false : undefined) : undefined;
}

/** Numbers, booleans and their spelling as text are the same to CloudFormation. */
function comparable(value: PropertyValue): string {
  return typeof value === 'object' && value !== null && !isUnknown(value) ? canonicalJson(value) : textOf(value);
}

/** A condition function where a value stands. */
export const logic = (name: string): Intrinsic => (argument, scope) => truth({ [name]: argument }, scope) ?? unknown('a condition that depends on something that was not given');
