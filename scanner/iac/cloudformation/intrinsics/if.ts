import type { Json } from '../../../../model/json.ts';
import { canonicalJson } from '../../../../model/json.ts';
import { isMap, type PropertyValue } from '../../../../model/properties.ts';
import { symbolsIn } from '../../../../model/symbol.ts';
import { isUnknown, marker, meansResource, mentionsOf, textOf, unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

/**
 * Where the condition cannot be decided the value is unknown, except that both branches may say the same; what either branch mentions
 * stays mentioned. Inside a text the branch that names a resource stands, as resources under undecided conditions are kept too.
 */
export const choose: Intrinsic = (argument, scope) => {
  if (!Array.isArray(argument) || argument.length !== 3) return unknown('Fn::If without a condition and two values');
  const [name, yes = null, no = null] = argument as readonly Json[];
  if (typeof name !== 'string') return unknown('Fn::If without a condition');
  const holds = scope.condition(name);
  if (holds !== undefined) return scope.evaluate(holds ? yes : no);
  const branches = [scope.evaluate(yes), scope.evaluate(no)] as const;
  const [first, second] = branches;
  if (canonicalJson(first) === canonicalJson(second)) return first;
  const named = branches.filter((branch) => !isMap(branch) && !Array.isArray(branch) && symbolsIn(textOf(branch)).some(({ id }) => meansResource(id)));
  const text = named.length === 1 ? textOf(named[0] ?? null) : marker(`condition:${name}`);
  return unknown(`the condition ${name} depends on something that was not given`, text, branches.flatMap((branch) => mentionsIn(branch, text)));
};

/** Mentions that the text does not give by itself. */
function mentionsIn(branch: PropertyValue, text: string): ReturnType<typeof mentionsOf> {
  return isUnknown(branch) || textOf(branch) !== text ? mentionsOf(branch) : [];
}
