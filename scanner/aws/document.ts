import type { JsonObject } from '../../model/json.ts';
import type { PropertyMap, PropertyValue } from '../../model/properties.ts';

/** Deepest nesting that is kept; the APIs stay far below. */
const depthLimit = 100;

/** An answer of the SDK as a document: dates as text, what is no JSON (bytes, streams, functions, unset members) left out. */
export function documentOf(answer: object): PropertyMap {
  const value = plain(answer, 0);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PropertyMap) : {};
}

export function valueOf(answer: unknown): PropertyValue | undefined {
  return plain(answer, 0);
}

function plain(value: unknown, depth: number): PropertyValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || depth > depthLimit) return undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (Array.isArray(value)) return value.map((each) => plain(each, depth + 1)).filter((each) => each !== undefined);
  if (value instanceof Uint8Array) return undefined;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const inner = name === '$metadata' ? undefined : plain(member, depth + 1);
    return inner === undefined ? [] : [[name, inner] as const];
  });
  return Object.fromEntries(members);
}

/** A member that a service gives as an object or as JSON text of one. */
export function objectOf(value: unknown): JsonObject | undefined {
  let parsed = value;
  if (typeof value === 'string' && value.startsWith('{')) {
    try {
      parsed = JSON.parse(value) as unknown;
    } catch {
      return undefined;
    }
  }
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as JsonObject) : undefined;
}
