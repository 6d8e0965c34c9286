import { pairsOf } from './access.ts';
import { withNames, type Environment, type Evaluate } from './environment.ts';
import type { ForExpression } from './syntax/expression.ts';
import { because, isUnknown, knownFlag, knownText, mentionsOf, object, unknown, type Unknown, type Value } from './value.ts';

/** [for k, v in of : value if condition] and {for k, v in of : key => value}. */
export function loop(expression: ForExpression, environment: Environment, evaluate: Evaluate): Value {
  const of = evaluate(expression.of, environment);
  const pairs = pairsOf(of);
  if ('is' in pairs) return pairs.failed ? pairs : unknown(pairs.why, pairs.mentions);
  const list: Value[] = [];
  const members = new Map<string, Value>();
  const groups = new Map<string, Value[]>();
  let rest: Unknown | undefined;
  for (const { key, value } of pairs) {
    if (!environment.run.spend(1)) return unknown('the loop is too long', mentionsOf(of));
    const inner = withNames(environment, nameEach(expression.names, key, value));
    const kept = expression.condition === undefined ? true : evaluate(expression.condition, inner);
    const flag = knownFlag(kept);
    if (isUnknown(kept) && kept.failed) return kept;
    if (flag === undefined) return unknown('a condition of a loop is not known', mentionsOf(of, kept));
    if (!flag) continue;
    const made = evaluate(expression.value, inner);
    if (expression.key === undefined) {
      list.push(made);
      continue;
    }
    const name = evaluate(expression.key, inner);
    const text = knownText(name);
    if (text === undefined) rest = unknown('a key is not known', mentionsOf(name, made, ...(rest === undefined ? [] : [rest])));
    else if (expression.grouped) {
      const group = groups.get(text);
      if (group) group.push(made);
      else groups.set(text, [made]);
    }
    else members.set(text, made);
  }
  if (expression.key === undefined) return list;
  return object(inKeyOrder(expression.grouped ? groups : members), rest === undefined ? undefined : because(rest));
}

export function nameEach(names: readonly string[], key: Value, value: Value): (readonly [string, Value])[] {
  const [first, second] = names;
  if (first === undefined) return [];
  return second === undefined ? [[first, value]] : [[first, key], [second, value]];
}

/** Terraform goes over maps in the order of their keys. */
export function inKeyOrder<T extends Value>(members: ReadonlyMap<string, T>): ReadonlyMap<string, Value> {
  return new Map([...members].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
