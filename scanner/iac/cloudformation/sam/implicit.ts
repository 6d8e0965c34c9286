import { memberOf } from '../sections.ts';
import type { Route, SamResource } from './builder.ts';

/**
 * An API that exists because functions route through it. It stands where the first of them stands, and has that one's condition if it is
 * everyone's: with a function that always exists, or several conditions, it is taken to exist.
 */
export function implicitOwner(api: Pick<SamResource, 'logicalId' | 'type' | 'properties'>, routes: readonly Route[]): SamResource {
  const conditions = new Set(routes.map(({ from }) => memberOf(from.raw.body, 'Condition')));
  const [condition] = conditions;
  const { line, path = '' } = routes[0]?.from.raw ?? {};
  const body = { Type: api.type, ...(conditions.size === 1 && condition !== undefined ? { Condition: condition } : {}) };
  return { ...api, raw: { body, line, path } };
}
