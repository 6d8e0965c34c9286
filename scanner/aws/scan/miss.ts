import { z } from 'zod';
import { blindSpotReasons, type BlindSpot, type BlindSpotReason } from '../../../model/blind-spot.ts';
import { compareText } from '../../../model/json.ts';
import { present } from '../../identity.ts';
import type { CallFailure } from '../gateway/failure.ts';

/** Something that could not be learned, for one or more resources. */
export const missSchema = z.strictObject({
  account: z.string(),
  region: z.string(),
  asked: z.string(),
  reason: z.enum(Object.keys(blindSpotReasons) as [BlindSpotReason, ...BlindSpotReason[]]),
  message: z.string(),
  remedy: z.string().optional(),
  resourceType: z.string().optional(),
  /** Resources concerned, where the question was about single ones. */
  count: z.int().positive().optional(),
  scanner: z.string(),
});
export type Miss = z.infer<typeof missSchema>;

export interface Concerned {
  readonly account: string;
  readonly region: string;
  readonly scanner: string;
  readonly resourceType?: string | undefined;
  readonly count?: number | undefined;
}

export function missOf({ action, reason, message, remedy }: CallFailure, { account, region, scanner, resourceType, count }: Concerned): Miss {
  return { account, region, asked: action, reason, message, scanner, ...present({ remedy, resourceType, count }) };
}

/** One blind spot for each account, region, question and reason, with the number of resources that it hides something of. */
export function blindSpotsOf(misses: Iterable<Miss>, asOf: string): BlindSpot[] {
  const groups = new Map<string, Miss[]>();
  for (const miss of misses) {
    const key = [miss.account, miss.region, miss.asked, miss.reason, miss.scanner].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [miss]);
    else group.push(miss);
  }
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => blindSpotOf(group, asOf));
}

function blindSpotOf(group: readonly Miss[], asOf: string): BlindSpot {
  // AWS words the same refusal differently for each resource; the first in order stands for all.
  const [first, ...others] = group.toSorted((a, b) => compareText(a.message, b.message)) as [Miss, ...Miss[]];
  const count = group.reduce((sum, miss) => sum + (miss.count ?? 0), 0);
  const types = new Set(group.map(({ resourceType }) => resourceType));
  const { account, region, asked, reason, message, remedy, resourceType, scanner } = first;
  const many = others.some((other) => other.message !== message) ? ' (and other messages like it)' : '';
  return {
    type: 'blind-spot',
    reason,
    asked,
    message: `${count === 0 ? '' : `${count} ${count === 1 ? 'resource' : 'resources'}: `}${message}${many}`,
    account,
    region,
    ...present({ remedy, resourceType: types.size === 1 ? resourceType : undefined }),
    source: { scanner, asOf },
  };
}
