import { bare, because, failed, isUnknown, itemsOf, mentionsOf, unknown, type Value } from '../value.ts';
import { isTold, type HclFunction, type LazyFunction } from './function.ts';

/** The first that is set. One that is not known may be, so that it decides nothing. */
const coalesce: HclFunction = (parts) => {
  for (const part of parts) {
    const plain = bare(part);
    if (isUnknown(plain)) return unknown(plain.why, mentionsOf(...parts));
    if (plain !== null && plain !== '') return part;
  }
  return failed('nothing that is coalesced is set');
};

const coalescelist: HclFunction = (parts) => {
  for (const part of parts) {
    const items = itemsOf(part);
    if (items === undefined && bare(part) !== null) return because(...parts);
    if (items !== undefined && items.length > 0) return part;
  }
  return failed('every list is empty');
};

/** The first argument that is no error. */
export const attempt: LazyFunction = (parts, { environment, evaluate }) => {
  let last: Value = failed('every alternative is an error');
  for (const [index, part] of parts.entries()) {
    last = evaluate(part, environment);
    if (!isUnknown(last)) return last;
    if (!last.failed) return unknown(last.why, mentionsOf(last, ...parts.slice(index + 1).map((other) => evaluate(other, environment))));
  }
  return last;
};

export const can: LazyFunction = ([part], { environment, evaluate }) => {
  if (part === undefined) return failed('can needs an expression');
  const value = evaluate(part, environment);
  return isUnknown(value) ? (value.failed ? false : because(value)) : true;
};

export const fallbacks: Readonly<Record<string, HclFunction>> = {
  coalesce, coalescelist,
  nonsensitive: ([value = null]) => value,
  sensitive: ([value = null]) => unknown('sensitive', mentionsOf(value)),
  issensitive: ([value = null]) => (isTold(value) ? false : because(value)),
  /** Deprecated forms of [] and {}. */
  list: (parts) => parts,
  type: (parts) => because(...parts),
};

