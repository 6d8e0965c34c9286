import { z } from 'zod';
import { fileScopes } from '../model/occurrence.ts';

/** What a user may set: for all rules in `settings.regionready`, for one in its own options, which win. */
export const optionsSchema = z.strictObject({
  home: z.array(z.string()).optional().describe('Regions that the program runs in today; a fix is made only for a program with one home'),
  targets: z.array(z.string()).optional().describe('Regions that it must also run in; any other region if none are given'),
  include: z.array(z.enum(fileScopes).exclude(['production'])).optional().describe('What to judge besides production code: test, example, docs, generated, vendored'),
});
export type Options = z.infer<typeof optionsSchema>;

/** For ESLint, which refuses what is not in it. */
export const optionsJsonSchema = z.toJSONSchema(optionsSchema, { target: 'draft-7', io: 'input' });

/** Settings and options of one rule as one. Throws Error with the place of what cannot be used. */
export function mergedOptions(settings: unknown, own: unknown): Options {
  const parsed = optionsSchema.safeParse({ ...(settings as object | undefined), ...(own as object | undefined) });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`regionready: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be used'}`);
}
