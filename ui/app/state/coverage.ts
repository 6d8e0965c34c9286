import type { BlindSpot } from '../../../model/blind-spot.ts';
import { compareText } from '../../../model/json.ts';

export interface BlindSpotKind {
  readonly reason: BlindSpot['reason'];
  readonly message: string;
  readonly remedy: string | undefined;
  readonly spots: readonly BlindSpot[];
}

/** Blind spots by what went wrong and what would help, the most frequent first: thousands of one kind are one thing to do. */
export function blindSpotKinds(spots: readonly BlindSpot[]): readonly BlindSpotKind[] {
  const kinds = Map.groupBy(spots, ({ reason, message, remedy }) => JSON.stringify([reason, message, remedy]));
  return [...kinds]
    .flatMap(([key, of]) => (of[0] === undefined ? [] : [{ key, reason: of[0].reason, message: of[0].message, remedy: of[0].remedy, spots: of }]))
    .sort((a, b) => b.spots.length - a.spots.length || compareText(a.key, b.key));
}

/** Entries of counts, the largest first. */
export function largestFirst(counts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(counts).sort(([a, left], [b, right]) => right - left || compareText(a, b));
}
