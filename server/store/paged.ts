import { z } from 'zod';
import type { Page } from '../api.ts';
import { rowsAs } from './rows.ts';
import type { Sql, SqlValue } from './sql.ts';
import type { Part } from './store.ts';

export interface Paged<T> {
  readonly columns: string;
  /** Table, with a condition if there is one. */
  readonly from: string;
  readonly values?: readonly SqlValue[];
  readonly order: string;
  readonly part: Part;
  readonly schema: z.ZodType<T>;
}

const countSchema = z.object({ count: z.coerce.number() });

/** One page of a query, and how long all of it is. */
export async function paged<T>(sql: Sql, { columns, from, values = [], order, part: { offset, limit }, schema }: Paged<T>): Promise<Page<T>> {
  const items = rowsAs(schema, await sql.all(`SELECT ${columns} FROM ${from} ORDER BY ${order} LIMIT ? OFFSET ?`, [...values, limit, offset]));
  const [counted] = rowsAs(countSchema, await sql.all(`SELECT count(*) AS count FROM ${from}`, values));
  return { items, total: counted?.count ?? 0, offset, limit };
}
