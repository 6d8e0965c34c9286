import type { Run } from './run.ts';
import type { Expression } from './syntax/expression.ts';
import type { Value } from './value.ts';

/** Where an expression is evaluated. */
export interface Environment {
  readonly run: Run;
  /** Value of the first word of a reference: var, local, module, data, path, a resource type. */
  root(name: string): Value;
  /** Names that stand for one value: each, count, and what for expressions and dynamic blocks give; the innermost first. */
  readonly names?: Named | undefined;
}

export interface Named {
  readonly name: string;
  readonly value: Value;
  readonly outer?: Named | undefined;
}

export type Evaluate = (expression: Expression, environment: Environment) => Value;

export function withNames(environment: Environment, names: Iterable<readonly [name: string, value: Value]>): Environment {
  let inner = environment.names;
  for (const [name, value] of names) inner = { name, value, outer: inner };
  return { ...environment, names: inner };
}

export function named({ names }: Environment, name: string): Value | undefined {
  for (let at = names; at !== undefined; at = at.outer) if (at.name === name) return at.value;
  return undefined;
}
