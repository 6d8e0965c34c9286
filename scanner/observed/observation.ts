import type { ReferenceFact } from '../../model/fact.ts';
import { compareText } from '../../model/json.ts';

/** Something that was seen calling something else. */
export interface Observation {
  readonly from: string;
  readonly to: string;
  /** What proves it, in words. */
  readonly how: string;
  /** When it was seen last, ISO 8601. */
  readonly at: string;
}

/** One fact for each pair, with the time of the last observation. */
export function observedFacts(observations: Iterable<Observation>, { scanner, file }: { readonly scanner: string; readonly file: string }): ReferenceFact[] {
  const last = new Map<string, Observation>();
  for (const each of observations) {
    const key = `${each.from}\n${each.to}\n${each.how}`;
    const known = last.get(key);
    if (known === undefined || known.at < each.at) last.set(key, each);
  }
  return [...last].sort(([a], [b]) => compareText(a, b)).map(([, { from, to, how, at }]) => ({ type: 'reference', from, to, edge: 'observed', how, source: { scanner, file, asOf: at } }));
}
