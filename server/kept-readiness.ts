import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson } from '../model/json.ts';
import { readinessSchema, type Readiness } from '../model/readiness.ts';
import type { KeptReadiness } from './api.ts';

/** A judgement as the store keeps it. Made where it was judged: the text of a large one takes seconds to write. */
export interface EncodedReadiness {
  /** SHA-256 of the snapshot's id and the judgement. */
  readonly id: string;
  readonly snapshot: string;
  readonly summary: Omit<KeptReadiness, 'id' | 'snapshot' | 'keptAt' | 'keptBy'>;
  /** Canonical JSON, compressed with gzip. */
  readonly content: Uint8Array;
}

export function encodeReadiness(snapshot: string, readiness: Readiness): EncodedReadiness {
  const { intent: { home, target, strategy, today }, status, score, counts: { gap: gaps, unknown } } = readiness;
  const text = canonicalJson(readiness);
  const id = createHash('sha256').update(`${snapshot}\n${text}`).digest('hex');
  return { id, snapshot, summary: { home, target, strategy, today, status, score, gaps, unknown }, content: gzipSync(text) };
}

export const decodeReadiness = (content: Uint8Array): Readiness => readinessSchema.parse(JSON.parse(gunzipSync(content).toString('utf8')));
