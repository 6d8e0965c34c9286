import { z } from 'zod';
import { parseArn } from '../../model/arn.ts';
import type { Observation } from './observation.ts';

/** An event of CloudTrail, as its log files and LookupEvents' CloudTrailEvent have it. */
export const trailEventSchema = z.looseObject({
  eventTime: z.string(),
  eventSource: z.string(),
  eventName: z.string(),
  userIdentity: z.looseObject({ type: z.string().optional(), arn: z.string().optional(), sessionContext: z.looseObject({ sessionIssuer: z.looseObject({ arn: z.string().optional() }).optional() }).optional() }).optional(),
  resources: z.array(z.looseObject({ ARN: z.string().optional() })).nullish(),
});

/** Who called, by role, and the resources that the event names. What was asked or answered is not read. */
export function* trailObservations(event: z.infer<typeof trailEventSchema>): Iterable<Observation> {
  const from = event.userIdentity?.sessionContext?.sessionIssuer?.arn ?? event.userIdentity?.arn;
  if (from === undefined || parseArn(from) === undefined) return;
  for (const { ARN } of event.resources ?? []) {
    if (ARN === undefined || ARN === from || parseArn(ARN) === undefined) continue;
    yield { from, to: ARN, how: `CloudTrail ${event.eventSource.replace(/\.amazonaws\.com(?:\.cn)?$/, '')}:${event.eventName}`, at: event.eventTime };
  }
}
