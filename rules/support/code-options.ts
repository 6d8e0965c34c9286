import { z } from 'zod';

/** Options that every code rule takes. */
export const codeOptions = z.object({
  include: z.array(z.enum(['test', 'example', 'docs', 'generated', 'vendored'])).default([])
    .describe('What to judge besides production code: test (also fixtures, mocks and local development), example, docs, generated, vendored'),
});
