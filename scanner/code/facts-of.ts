import type { BlindSpot } from '../../model/blind-spot.ts';
import type { Fact } from '../../model/fact.ts';
import type { Reading, SourceText } from './language.ts';
import { occurrencesOf } from './occurrence-of.ts';
import type { Unopened } from './sift.ts';
import { withPartners } from './parts-played.ts';
import { suppressionsIn } from './suppression.ts';

export const scannerId = 'code';
/** Occurrences told of one file; more are data, and no list for a person. */
const occurrenceLimit = 5_000;

/** What a front-end's reading of a file comes to. */
export function* factsOf(source: SourceText, reading: Reading): Iterable<Fact> {
  if (reading.problem) {
    const { reason, message } = reading.problem;
    yield { type: 'blind-spot', reason, asked: `regions in ${source.path}`, message, source: { scanner: scannerId, file: source.path } };
  }
  const sightings = withPartners(reading.sightings);
  if (sightings.length > occurrenceLimit) {
    yield { type: 'blind-spot', reason: 'too-large', asked: `regions in ${source.path}`, message: `It has ${sightings.length} of them; the first ${occurrenceLimit} are told.`, source: { scanner: scannerId, file: source.path } };
  }
  yield* sightings.slice(0, occurrenceLimit).map(occurrenceFact(source));
  yield* suppressionsIn({ text: source.text, file: source.path, scanner: scannerId, isInComment: (offset) => reading.isInComment(offset) });
}

export function occurrenceFact(source: SourceText): (sighting: Reading['sightings'][number]) => Fact {
  const occurrenceOf = occurrencesOf(source);
  return (sighting) => ({ type: 'occurrence', occurrence: occurrenceOf(sighting) });
}

export function blindSpot({ reason, message }: Extract<Unopened, { state: 'blind' }>, file: string): BlindSpot {
  return { type: 'blind-spot', reason, asked: `regions in ${file}`, message, source: { scanner: scannerId, file } };
}
