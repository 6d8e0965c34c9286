import type { Page } from '../../../server/api.ts';
import type { Query } from '../request.ts';

/** Values of a parameter; an empty text is none. */
export function all(query: Query, key: string): readonly string[] {
  const value = query[key];
  const values = Array.isArray(value) ? (value as readonly string[]) : value === undefined ? [] : [String(value)];
  return values.filter((each) => each !== '');
}

export const one = (query: Query, key: string): string | undefined => all(query, key)[0];

/** The part of a list that is asked for. */
export function pageOf<T>(items: readonly T[], query: Query): Page<T> {
  const offset = Number(one(query, 'offset') ?? 0);
  const limit = Number(one(query, 'limit') ?? 50);
  return { items: items.slice(offset, offset + limit), total: items.length, offset, limit };
}
