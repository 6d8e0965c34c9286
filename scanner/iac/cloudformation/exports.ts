import { soleSymbol } from '../../../model/symbol.ts';
import { exportId } from './intrinsics/import-value.ts';
import { loopsIn } from './open-scope.ts';
import type { Scope } from './scope.ts';
import { isObject, memberOf } from './sections.ts';
import { isTold } from './value.ts';

/** Ids under which a resource's values are exported, by fact id of the resource. */
export type Exports = ReadonlyMap<string, readonly string[]>;

/** Exports whose value is one resource or attribute: imports elsewhere refer to that resource. */
export function exportsIn(scope: Scope): Exports {
  const found = new Map<string, string[]>();
  for (const [name, value] of exportedValues(scope)) {
    const only = soleSymbol(value);
    if (!only) continue;
    found.set(only.id, [...(found.get(only.id) ?? []), exportId(scope.deployment.region, name)]);
  }
  return found;
}

/** Name and value of every export that is known: text, in which resources are symbols. */
export function* exportedValues(scope: Scope): Generator<readonly [string, string]> {
  for (const [output, raw] of loopsIn(scope.sections.outputs, scope)) {
    const exported = isObject(raw) ? memberOf(raw, 'Export') : undefined;
    const name = isObject(exported) ? scope.evaluate(memberOf(exported, 'Name') ?? null) : undefined;
    if (typeof name !== 'string' || !isTold(name)) continue;
    const value = scope.output(output);
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    if (typeof text === 'string' && isTold(text)) yield [name, text];
  }
}
