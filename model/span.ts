import { z } from 'zod';

/** A stretch of a text file. Lines and columns count from 1; columns in UTF-16 code units, as SARIF and editors do; the end is exclusive. */
export const spanSchema = z.strictObject({
  line: z.int().positive(),
  column: z.int().positive(),
  endLine: z.int().positive(),
  endColumn: z.int().positive(),
});
export type Span = z.infer<typeof spanSchema>;
