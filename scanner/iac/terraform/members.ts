import type { Json, JsonObject } from '../../../model/json.ts';

/*
 * Reading parsed JSON that may hold anything. Members are own ones only, so that names such as `constructor` mean nothing special.
 */

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

export function asList(value: unknown): readonly Json[] | undefined {
  return Array.isArray(value) ? (value as readonly Json[]) : undefined;
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function member(of: unknown, name: string): Json | undefined {
  const object = asObject(of);
  return object && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The member at the end of a chain of names. */
export function memberAt(of: unknown, ...names: readonly string[]): Json | undefined {
  return names.reduce<unknown>(member, of) as Json | undefined;
}
