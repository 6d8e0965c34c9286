import type { CriterionId, RoundTrip } from '../../model/comparison.ts';
import type { Region } from '../../model/region.ts';
import type { Judged } from '../judge.ts';

/** What is known of a candidate before it is ranked. */
export interface Known {
  readonly code: string;
  readonly region: Region | undefined;
  readonly readiness: Judged;
  readonly home: readonly string[];
  readonly fromHome: readonly RoundTrip[];
  readonly fromUsers: readonly RoundTrip[];
  /** From the nearest home region. */
  readonly kilometres: number | undefined;
  readonly price: number | undefined;
  readonly cheapest: number | undefined;
}

/** One thing that candidates are ranked by. One file each. */
export interface Criterion {
  readonly id: CriterionId;
  /** 1 is best; undefined where it is not known. `why` stands beside it either way. */
  rate(candidate: Known): { readonly value: number | undefined; readonly why: string };
}

/** 1 at `best`, 0 at `worst`, in proportion between them. */
export function between(value: number, { best, worst }: { readonly best: number; readonly worst: number }): number {
  return Math.min(1, Math.max(0, (value - worst) / (best - worst)));
}

/** Round trips that no user notices, and that every user does, in milliseconds. */
export const roundTripScale = { best: 10, worst: 250 } as const;
