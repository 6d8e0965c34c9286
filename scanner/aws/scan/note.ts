import { z } from 'zod';

/** What a task learned that is no fact of the estate and decides what is asked next. */
export const noteSchema = z.discriminatedUnion('note', [
  /** A region that the account has, and whether it is enabled. */
  z.strictObject({ note: z.literal('region'), account: z.string(), region: z.string(), enabled: z.boolean() }),
  /** What AWS Config records at a place: every type but `except`, or only `only`. */
  z.strictObject({ note: z.literal('recorder'), account: z.string(), region: z.string(), except: z.array(z.string()).optional(), only: z.array(z.string()).optional() }),
  /** How many resources of a type AWS Config holds. */
  z.strictObject({ note: z.literal('census'), account: z.string(), region: z.string(), resourceType: z.string(), count: z.int().nonnegative() }),
  /** Resource Explorer has told everything that it knows of the region. */
  z.strictObject({ note: z.literal('explored'), account: z.string(), region: z.string() }),
  /** The tags of everything at the place that has some are told. */
  z.strictObject({ note: z.literal('tagged'), account: z.string(), region: z.string() }),
]);
export type Note = z.infer<typeof noteSchema>;
