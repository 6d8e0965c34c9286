import { scanLocal } from '../local-file.ts';
import { isObject, memberOf, objectIn } from '../sections.ts';
import { unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

/** AWS::Include of a file that lies beside the template is read; any other macro does what only AWS knows. */
export const transform: Intrinsic = (argument, scope) => {
  const call = isObject(argument) ? argument : {};
  const name = memberOf(call, 'Name');
  const shown = typeof name === 'string' ? name.slice(0, 120) : 'without a name';
  if (name === 'AWS::Include') {
    const location = scope.evaluate(memberOf(objectIn(call, 'Parameters'), 'Location') ?? null);
    const included = typeof location === 'string' ? scanLocal(location, scope) : undefined;
    if (included !== undefined) return included;
  }
  scope.note({ reason: 'unsupported', asked: `what the macro ${shown} puts in`, message: `The macro ${shown} runs at deployment; what it adds or changes is not known` });
  return unknown(`put in by the macro ${shown}`);
};
