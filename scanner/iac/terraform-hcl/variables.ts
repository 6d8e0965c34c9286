import { converted } from './type-constraint.ts';
import type { Declared } from './declarations.ts';
import type { Environment } from './environment.ts';
import { evaluate } from './evaluate.ts';
import type { Expression } from './syntax/expression.ts';
import { bare, gap, isUnknown, mentionsOf, unknown, type Value } from './value.ts';

interface Place {
  environment(): Environment;
  readonly name: string;
  readonly isRoot: boolean;
}

/** The value of a variable: what it is given, else its default. Sensitive ones are never read. */
export function variableOf(declared: Declared | undefined, given: Value | undefined, { environment, name, isRoot }: Place): Value {
  if (declared === undefined) return unknown(`there is no variable ${name.slice(0, 100)}`);
  const { attributes } = declared.block.body;
  const { run } = environment();
  const isSet = (attribute: string, wanted: boolean): boolean => {
    const value = attributes.get(attribute)?.value;
    return value?.is === 'literal' && value.value === wanted;
  };
  const fallback = attributes.get('default')?.value;
  const refused = given !== undefined && bare(given) === null && isSet('nullable', false);
  const value = given === undefined || refused ? (fallback && evaluate(fallback, environment())) : given;
  if (isSet('sensitive', true) || isSet('ephemeral', true)) return unknown('sensitive', mentionsOf(value ?? null));
  if (value === undefined) {
    if (isRoot) run.missing('variable', name);
    return gap(`variable:${name.slice(0, 100)}`, `no value is given for the variable ${name.slice(0, 100)}`);
  }
  if (isUnknown(value)) return value;
  return converted(value, typeOf(attributes.get('type')?.value, environment()), (expression) => evaluate(expression, environment()));
}

/** Types are quoted in JSON and in what was written before Terraform 0.12. */
function typeOf(type: Expression | undefined, { run }: Environment): Expression | undefined {
  if (type?.is !== 'literal' || typeof type.value !== 'string') return type;
  return /^\w+$/.test(type.value) ? { is: 'variable', name: type.value } : run.files.template(`\${${type.value}}`);
}
