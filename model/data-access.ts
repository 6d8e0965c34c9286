import { z } from 'zod';

/**
 * How a service uses a store that has copies in several regions. `single-region`: there is no copy that could be read or written elsewhere ·
 * `read-local-write-global`: every region may read its copy, one region takes the writes · `write-partitioned`: every region writes, each its
 * own part, as the tag mr:write-mode says or as follows from users being routed by where they are · `write-local`: every region writes its copy.
 */
export const accessPatterns = ['single-region', 'read-local-write-global', 'write-partitioned', 'write-local'] as const;
export type AccessPattern = (typeof accessPatterns)[number];

/** What a declared need makes of it. `unknown`: the graph cannot tell how the copies are kept in step. */
export const consistencyVerdicts = ['holds', 'broken', 'unknown'] as const;

export const dataAccessSchema = z.strictObject({
  store: z.string().describe('Resource id'),
  title: z.string(),
  service: z.string().describe('Service that uses it'),
  pattern: z.enum(accessPatterns),
  readers: z.array(z.string()).describe('Regions that resources of the service read from it or its copies in'),
  writers: z.array(z.string()).describe('Regions that resources of the service write to it or its copies in'),
  copies: z.array(z.string()).describe('Other regions that hold a copy which can be read; backups are none'),
  multiWriter: z.boolean().optional().describe('Whether copies in several regions may be written to; missing where nobody told us'),
  exposure: z.array(z.enum(['replication-lag', 'write-conflicts'])).describe('What users of it can meet'),
  need: z.enum(['strong', 'eventual']).optional().describe('Consistency that the configuration declares for the service'),
  verdict: z.enum(consistencyVerdicts).optional().describe('Missing where no need is declared'),
  why: z.string(),
});
export type DataAccess = z.infer<typeof dataAccessSchema>;
