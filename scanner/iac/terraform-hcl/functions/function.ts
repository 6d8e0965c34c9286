import { hasSymbol } from '../../../../model/symbol.ts';
import type { Environment, Evaluate } from '../environment.ts';
import type { Expression } from '../syntax/expression.ts';
import { bare, because, isUnknown, knownNumber, knownText, mentionsOf, traced, type Value } from '../value.ts';

/** Where a function is called. */
export interface Call {
  readonly environment: Environment;
  readonly evaluate: Evaluate;
}

/** A function of the language; its arguments have been evaluated and none of them is an error. */
export type HclFunction = (parts: readonly Value[], call: Call) => Value;

/** A function that decides itself what it evaluates: try, can. */
export type LazyFunction = (parts: readonly Expression[], call: Call) => Value;

/** A function of texts: a gap as soon as one of them is not known. */
export function ofTexts(of: (texts: readonly string[]) => Value | undefined): (parts: readonly Value[]) => Value {
  return (parts) => {
    const texts = parts.map(knownText);
    const made = texts.every((text) => text !== undefined) ? of(texts) : undefined;
    return made === undefined ? because(...parts) : traced(made, mentionsOf(...parts.filter((part) => typeof part === 'object')));
  };
}

/** A function of numbers. */
export function ofNumbers(of: (numbers: readonly number[]) => Value | undefined): HclFunction {
  return (parts) => {
    const numbers = parts.map(knownNumber);
    return (numbers.every((number) => number !== undefined) ? of(numbers) : undefined) ?? because(...parts);
  };
}

/** What tells elements of a set apart: scalars by type and text, symbols by their text. Undefined for gaps and composite values. */
export function identityOf(value: Value): string | undefined {
  const plain = bare(value);
  if (typeof plain === 'string') return `"${plain}`;
  return typeof plain === 'number' || typeof plain === 'boolean' || plain === null ? String(plain) : undefined;
}

/** Whether the value is known as far as its number of elements goes, and is not a text that a deployment gives. */
export const isTold = (value: Value): boolean => {
  const plain = bare(value);
  return !isUnknown(plain) && !(typeof plain === 'string' && hasSymbol(plain));
};
