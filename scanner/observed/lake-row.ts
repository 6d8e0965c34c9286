import type { trailEventSchema } from './cloud-trail.ts';
import type { z } from 'zod';

/** A row of a CloudTrail Lake query by its columns, all of them text, structures as {name=value, …}. */
export type LakeRow = ReadonlyMap<string, string>;

const arns = /arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:\d*:[^\s,"'{}\]]+/g;

/** The event that a row is of, as far as it selects when, what, who and of which resources; undefined where it has no time or name. */
export function lakeEvent(row: LakeRow): z.infer<typeof trailEventSchema> | undefined {
  const column = (name: RegExp): string => [...row].filter(([key]) => name.test(key)).map(([, value]) => value).join(' ');
  const [eventTime = '', eventSource = '', eventName = ''] = ['eventtime', 'eventsource', 'eventname'].map((name) => row.get(name));
  if (eventTime === '' || eventSource === '' || eventName === '') return undefined;
  const identity = [...column(/identity|issuer|^arn$/).matchAll(arns)].map(([arn]) => arn);
  return {
    eventTime: /^[\d-]+ [\d:.]+$/.test(eventTime) ? `${eventTime.replace(' ', 'T')}Z` : eventTime,
    eventSource,
    eventName,
    errorCode: row.get('errorcode') ?? null,
    userIdentity: { arn: identity.find((arn) => arn.includes(':role/')) ?? identity[0] },
    resources: [...column(/resource/).matchAll(arns)].map(([ARN]) => ({ ARN })),
  };
}
