import type { PropertyValue } from '../../../model/properties.ts';
import { soleSymbol, symbolsIn } from '../../../model/symbol.ts';
import { loopsIn } from './for-each.ts';
import { outputId } from './intrinsics/get-stack-output.ts';
import { exportId } from './intrinsics/import-value.ts';
import type { Scope } from './scope.ts';
import { isObject, memberOf } from './sections.ts';
import { isTold, meansResource } from './value.ts';

/** Ids under which a resource's values are exported, by fact id of the resource. */
export type Exports = ReadonlyMap<string, readonly string[]>;

/** Exports and outputs whose value is one resource or attribute: what imports them elsewhere refers to that resource. */
export function exportsIn(scope: Scope): Exports {
  const found = new Map<string, string[]>();
  const { region } = scope.deployment;
  for (const [name, value] of exportedValues(scope)) answer(value, exportId(region, name));
  // Outputs of nested stacks are out of reach for other stacks.
  if (scope.trail.length === 1) for (const name of loopsIn(scope.sections.outputs, scope).keys()) answer(scope.output(name), outputId(region, scope.stack, name));
  return found;

  function answer(value: PropertyValue | undefined, id: string): void {
    const only = typeof value === 'string' ? soleSymbol(value) : undefined;
    if (only) found.set(only.id, [...(found.get(only.id) ?? []), id]);
  }
}

/** Name and value of every export that is known: text, in which resources are symbols. */
export function* exportedValues(scope: Scope): Generator<readonly [string, string]> {
  for (const [output, raw] of loopsIn(scope.sections.outputs, scope)) {
    const exported = isObject(raw) ? memberOf(raw, 'Export') : undefined;
    const name = isObject(exported) ? scope.evaluate(memberOf(exported, 'Name') ?? null) : undefined;
    if (typeof name !== 'string' || !isTold(name)) continue;
    const value = scope.output(output);
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    if (typeof text === 'string' && symbolsIn(text).every(({ id }) => id === 'account' || meansResource(id))) yield [name, text];
  }
}
