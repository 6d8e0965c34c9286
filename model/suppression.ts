import { z } from 'zod';
import type { Occurrence } from './occurrence.ts';
import { sourceSchema } from './source.ts';

/**
 * A comment in scanned text that accepts findings: `regionready-ignore <rules> -- <reason> [until YYYY-MM-DD]` for the line it stands
 * on or, alone on its line, for the next; `regionready-ignore-file …` for the file. A fact of its own and not a part of an occurrence,
 * so that one that suppresses nothing any more can be told.
 */
export const suppressionSchema = z.strictObject({
  type: z.literal('suppression'),
  rules: z.array(z.string()).describe('Rule ids; * stands for any run of characters'),
  reason: z.string().optional(),
  until: z.iso.date().optional().describe('Last day on which it holds'),
  line: z.int().positive().optional().describe('Line whose findings it accepts; unset for the whole file'),
  problem: z.string().optional().describe('Why it cannot be honoured: it names no rule, gives no reason, or its date is none'),
  source: sourceSchema,
});
export type Suppression = z.infer<typeof suppressionSchema>;

/** Whether the comment stands where it covers the occurrence; rules, reason and date are for the judge. A construct is covered from its first line too. */
export function covers({ line, source }: Suppression, { file, span, construct }: Occurrence): boolean {
  if (source.file !== file) return false;
  return line === undefined || line === span.line || line === construct?.span.line;
}
