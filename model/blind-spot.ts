import { z } from 'zod';
import { sourceSchema } from './source.ts';

/** Why we could not look. */
export const blindSpotReasons = {
  denied: 'Access was denied',
  throttled: 'The API kept throttling',
  'opted-out': 'The region is not enabled for the account',
  unreachable: 'The endpoint could not be reached',
  unsupported: 'The format, language or feature is not read by this version',
  unparsable: 'The text could not be parsed',
  unreadable: 'The file could not be read',
  unresolved: 'A value depends on something that was not given',
  'too-large': 'It exceeds a size limit',
} as const;
export type BlindSpotReason = keyof typeof blindSpotReasons;

/** Where we could not look and why. Everything inside its scope is unknown, never absent. */
export const blindSpotSchema = z.strictObject({
  type: z.literal('blind-spot'),
  reason: z.enum(Object.keys(blindSpotReasons) as [BlindSpotReason, ...BlindSpotReason[]]),
  asked: z.string().describe('What we wanted to know: resources of templates/orders.yaml, s3:GetBucketReplication'),
  message: z.string().describe('What went wrong, in words for the user'),
  remedy: z.string().optional().describe('What would open the blind spot'),
  account: z.string().optional(),
  region: z.string().optional(),
  resourceType: z.string().optional().describe('CloudFormation type that is affected, where only one is'),
  source: sourceSchema,
});
export type BlindSpot = z.infer<typeof blindSpotSchema>;
