import { compareText } from '../../model/json.ts';

/** `a`, `a and b`, `a, b and c`; each once and sorted. */
export function listed(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort(compareText);
  const last = sorted.pop();
  return sorted.length === 0 ? (last ?? 'none') : `${sorted.join(', ')} and ${last}`;
}

/** `no other region`, or the regions in words. */
export function otherRegions(regions: Iterable<string>): string {
  const known = [...regions];
  return known.length === 0 ? 'no other region' : listed(known);
}
