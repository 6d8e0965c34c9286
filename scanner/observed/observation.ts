import type { ReferenceFact } from '../../model/fact.ts';
import { compareText } from '../../model/json.ts';
import { present } from '../identity.ts';

/** One end of what was seen. */
export interface End {
  /** ARN, id, host, or a bare name where the type is known. */
  readonly id: string;
  /** CloudFormation type of a bare name. */
  readonly type?: string | undefined;
}

/** Something that was seen calling something else. */
export interface Observation {
  readonly from: End;
  readonly to: End;
  /** What proves it, in words. */
  readonly how: string;
  /** When it was seen first and last, ISO 8601, and how often. */
  readonly first: string;
  readonly last: string;
  readonly times: number;
  /** Account that bare names are of. */
  readonly account?: string | undefined;
}

export interface Observations {
  add(observation: Observation): void;
  /** One fact for each pair, with the time of the last observation; the same whatever the order was. */
  facts(source: { readonly scanner: string; readonly file: string }, region: string | undefined): ReferenceFact[];
}

/** Different pairs that are kept: logs repeat themselves, and only names made up at random go on for ever. */
const pairLimit = 1_000_000;

/** Gathers observations, each pair once. */
export function observations(): Observations & { readonly dropped: number } {
  const pairs = new Map<string, Observation>();
  let dropped = 0;
  return {
    get dropped() {
      return dropped;
    },
    add(seen) {
      const key = [seen.from.id, seen.from.type, seen.to.id, seen.to.type, seen.how, seen.account].join('\n');
      const known = pairs.get(key);
      if (known === undefined && pairs.size >= pairLimit) dropped += 1;
      else pairs.set(key, known === undefined ? seen : { ...known, first: earlier(known.first, seen.first), last: later(known.last, seen.last), times: known.times + seen.times });
    },
    facts: ({ scanner, file }, region) =>
      [...pairs].sort(([a], [b]) => compareText(a, b)).map(([, { from, to, how, first, last, times, account }]) => {
        const named = from.type === undefined ? {} : present({ account, region });
        return {
          type: 'reference',
          from: from.id,
          to: to.id,
          edge: 'observed',
          ...present({ subject: from.type, target: to.type }),
          ...named,
          // A name may mean another resource than the one that was seen.
          ...(from.type === undefined && to.type === undefined ? {} : { confidence: 'inferred' as const }),
          how: times > 1 ? `${how}, ${times} times since ${first}` : how,
          source: { scanner, file, asOf: last },
        };
      }),
  };
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

/** Times as ISO 8601 or as seconds since 1970, as the AWS CLI prints them; undefined for what is none. */
export function isoTime(time: string | number | undefined): string | undefined {
  if (time === undefined) return undefined;
  const date = new Date(typeof time === 'number' ? time * 1_000 : time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
