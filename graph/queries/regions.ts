import { latencyBetween } from '../../model/region.ts';

/** Two different regions that an edge connects. */
export interface RegionPair {
  readonly from: string;
  readonly to: string;
}

/** The regions of an edge's ends where both are told and differ. What is global has no distance to anything. */
export function crossing(from: string | undefined, to: string | undefined): RegionPair | undefined {
  return from === undefined || to === undefined || from === to || from === 'global' || to === 'global' ? undefined : { from, to };
}

/** Round-trip time of a crossing. */
export interface RoundTrip {
  /** Milliseconds; undefined where nobody measured or could estimate it (isolated and unknown regions). */
  readonly ms?: number | undefined;
  readonly basis: 'measured' | 'estimated' | 'unknown';
}

export function roundTrip({ from, to }: RegionPair): RoundTrip {
  const latency = latencyBetween(from, to);
  return latency === undefined ? { basis: 'unknown' } : { ms: latency.ms, basis: latency.measured ? 'measured' : 'estimated' };
}
