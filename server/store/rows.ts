import type { z } from 'zod';
import type { Row } from './sql.ts';

/** Rows as they are meant; a database of another shape is a defect and throws. */
export function rowsAs<T>(schema: z.ZodType<T>, rows: readonly Row[]): T[] {
  return rows.map((row) => schema.parse(row));
}
