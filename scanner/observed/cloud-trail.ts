import { z } from 'zod';
import { formatArn, parseArn } from '../../model/arn.ts';
import { isoTime, type Observation } from './observation.ts';

/** An event of CloudTrail, as its log files and LookupEvents' CloudTrailEvent have it. */
export const trailEventSchema = z.looseObject({
  eventTime: z.string().refine((time) => isoTime(time) !== undefined),
  eventSource: z.string(),
  eventName: z.string(),
  errorCode: z.string().nullish(),
  userIdentity: z.looseObject({ type: z.string().optional(), arn: z.string().optional(), sessionContext: z.looseObject({ sessionIssuer: z.looseObject({ arn: z.string().optional() }).optional() }).optional() }).nullish(),
  resources: z.array(z.looseObject({ ARN: z.string().optional() })).nullish(),
});
type TrailEvent = z.infer<typeof trailEventSchema>;

/** Calls that did not reach what they name. */
const isRefused = /AccessDenied|Unauthorized|NotFound|NoSuch|DoesNotExist/i;

/** Who called, by role, and the resources that the event names. What was asked or answered is not read. */
export function* trailObservations({ eventTime, eventSource, eventName, errorCode, userIdentity, resources }: TrailEvent): Iterable<Observation> {
  const from = callerOf(userIdentity?.sessionContext?.sessionIssuer?.arn ?? userIdentity?.arn);
  if (from === undefined || (typeof errorCode === 'string' && isRefused.test(errorCode))) return;
  const at = isoTime(eventTime) ?? eventTime;
  const service = eventSource.replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  // A bucket stands beside its object.
  const named = new Set((resources ?? []).flatMap(({ ARN }) => withoutContent(ARN) ?? []));
  for (const to of named) if (to !== from) yield { from: { id: from }, to: { id: to }, how: `CloudTrail ${service}:${eventName}`, first: at, last: at, times: 1 };
}

/** The role of a session: the session's own name is that of a person as often as that of a program. */
function callerOf(text: string | undefined): string | undefined {
  const arn = text === undefined ? undefined : parseArn(text);
  if (arn === undefined) return undefined;
  const [kind, name] = arn.resource.split('/');
  return arn.service === 'sts' && kind === 'assumed-role' ? formatArn({ ...arn, service: 'iam', resource: `role/${name}` }) : text;
}

/** Keys of objects are content: only their bucket is kept. */
function withoutContent(text: string | undefined): string | undefined {
  const arn = text === undefined ? undefined : parseArn(text);
  if (arn === undefined) return undefined;
  return arn.service === 's3' && arn.region === '' ? formatArn({ ...arn, account: '', resource: arn.resource.split('/', 1)[0] ?? '' }) : text;
}
