import { hasSymbol } from '../../../model/symbol.ts';
import { bare, because, failed, isEncoded, isLazy, isObject, isUnknown, itemsOf, knownFlag, knownNumber, knownScalar, mentionsOf, unknown, type Value } from './value.ts';

/** The value of an operation whose operands have been evaluated. */
export function operate(operator: string, left: Value, right: Value): Value {
  if (operator === '&&' || operator === '||') return logical(operator, left, right);
  if (operator === '==' || operator === '!=') {
    const same = equal(left, right);
    return typeof same === 'boolean' ? same === (operator === '==') : same;
  }
  const [a, b] = [knownNumber(left), knownNumber(right)];
  if (a === undefined || b === undefined) return because(left, right);
  switch (operator) {
    case '+': return exact(a + b);
    case '-': return exact(a - b);
    case '*': return exact(a * b);
    case '/': return b === 0 ? failed('division by zero') : exact(a / b);
    case '%': return b === 0 ? failed('division by zero') : a % b;
    case '<': return a < b;
    case '<=': return a <= b;
    case '>': return a > b;
    case '>=': return a >= b;
    default: return unknown(`the operator ${operator} is not known`);
  }
}

/** Terraform reckons with more digits than a double has: 0.1 + 0.2 is 0.3. */
const exact = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** One operand may decide although the other is not known. */
function logical(operator: '&&' | '||', left: Value, right: Value): Value {
  const [a, b] = [knownFlag(left), knownFlag(right)];
  const deciding = operator === '||';
  if (a === deciding || b === deciding) return deciding;
  return a === undefined || b === undefined ? because(left, right) : !deciding;
}

/** Whether two values are the same. Lists and objects of one content may still differ in type, so that only null is told from them. */
export function equal(left: Value, right: Value): boolean | ReturnType<typeof because> {
  const [a, b] = [bare(left), bare(right)];
  if (isUnknown(a) || isUnknown(b)) return because(a, b);
  if (a === null || b === null) {
    const other = a ?? b;
    // The ARN or id of a resource is there; any other attribute may be unset.
    if (typeof other === 'string' && hasSymbol(other)) return /#(?:arn|id)⟧$/.test(other) ? false : because(other);
    return isLazy(other) ? false : other === null;
  }
  if (isComposite(a) || isComposite(b)) return isComposite(a) && isComposite(b) ? unknown('lists and objects are not compared', mentionsOf(a, b)) : false;
  const [first, second] = [knownScalar(a), knownScalar(b)];
  if (first !== undefined && second !== undefined) return first === second;
  return a === b ? true : because(a, b);
}

const isComposite = (value: Value): boolean => isObject(value) || isLazy(value) || isEncoded(value) || itemsOf(value) !== undefined;

export function negate(operator: string, value: Value): Value {
  if (operator === '!') {
    const flag = knownFlag(value);
    return flag === undefined ? because(value) : !flag;
  }
  const number = knownNumber(value);
  return number === undefined ? because(value) : -number;
}
