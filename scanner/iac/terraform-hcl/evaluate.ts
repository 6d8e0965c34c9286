import { access } from './access.ts';
import { named, type Environment } from './environment.ts';
import { inKeyOrder, loop } from './for-expression.ts';
import { callFunction } from './functions/index.ts';
import { negate, operate } from './operators.ts';
import type { Entry, Expression, TemplatePart } from './syntax/expression.ts';
import { concat } from './text.ts';
import { because, isUnknown, itemsOf, knownFlag, knownScalar, knownText, mentionsOf, object, unknown, type Unknown, type Value } from './value.ts';

/** The value of an expression: what cannot be decided is unknown, with what it depends on, and nothing is guessed. */
export function evaluate(expression: Expression, environment: Environment): Value {
  const { run } = environment;
  if (expression.is === 'literal') return expression.value;
  if (!run.spend(1)) return unknown('the configuration is too large');
  return run.deeper(() => evaluateDeep(expression, environment), (why): Value => why);
}

function evaluateDeep(expression: Exclude<Expression, { is: 'literal' }>, environment: Environment): Value {
  switch (expression.is) {
    case 'variable': return named(environment, expression.name) ?? environment.root(expression.name);
    case 'access': return access(evaluate(expression.of, environment), expression.steps, { environment, evaluate });
    case 'template': return concat(expression.parts.flatMap((part) => partOf(part, environment)));
    case 'call': return callFunction(expression, environment, evaluate);
    case 'conditional': return choose(expression, environment);
    case 'binary': return operate(expression.operator, evaluate(expression.left, environment), evaluate(expression.right, environment));
    case 'unary': return negate(expression.operator, evaluate(expression.of, environment));
    case 'list': return expression.items.map((item) => evaluate(item, environment));
    case 'object': return objectOf(expression.entries, environment);
    case 'for': return loop(expression, environment, evaluate);
    case 'broken': return unknown(expression.why);
  }
}

/** One arm; where the condition is not known, both if they are the same. */
function choose({ condition, yes, no }: Extract<Expression, { is: 'conditional' }>, environment: Environment): Value {
  const decides = evaluate(condition, environment);
  const flag = knownFlag(decides);
  if (flag !== undefined) return evaluate(flag ? yes : no, environment);
  if (isUnknown(decides) && decides.failed) return decides;
  const [first, second] = [evaluate(yes, environment), evaluate(no, environment)];
  const [a, b] = [knownScalar(first), knownScalar(second)];
  if (a !== undefined && a === b) return first;
  return unknown(isUnknown(decides) ? decides.why : 'the condition is not known', mentionsOf(decides, first, second));
}

function objectOf(entries: readonly Entry[], environment: Environment): Value {
  const members = new Map<string, Value>();
  let rest: Unknown | undefined;
  for (const { key, value } of entries) {
    const name = evaluate(key, environment);
    const text = knownText(name);
    const member = evaluate(value, environment);
    if (text !== undefined) members.set(text, member);
    else {
      // Any key before may be the same one, and is then replaced.
      rest = because(name, member, ...members.values(), ...(rest === undefined ? [] : [rest]));
      members.clear();
    }
  }
  return object(inKeyOrder(members), rest);
}

function partOf(part: TemplatePart, environment: Environment): Value[] {
  if (typeof part === 'string') return [part];
  if (part.is === 'insert') return [evaluate(part.value, environment)];
  if (part.is === 'if') {
    const condition = evaluate(part.condition, environment);
    const flag = knownFlag(condition);
    if (flag !== undefined) return (flag ? part.yes : part.no).flatMap((each) => partOf(each, environment));
    return [because(condition, ...[...part.yes, ...part.no].flatMap((each) => partOf(each, environment)))];
  }
  const repeated = loop({ is: 'for', names: part.names, of: part.of, value: { is: 'template', parts: part.parts }, grouped: false }, environment, evaluate);
  return [...(itemsOf(repeated) ?? [repeated])];
}
