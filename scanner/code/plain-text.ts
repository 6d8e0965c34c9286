import type { Reading, Sighting, SourceText } from './language.ts';
import { lexicon } from './lexicon.ts';

/** Longest line that is searched; longer ones are data. */
const lineLimit = 20_000;

/**
 * Searches a text line by line without its syntax: what is left where a file cannot be parsed. Comments are not told from program, so
 * that the reading says what it is.
 */
export function plainReading({ text }: Pick<SourceText, 'text'>, message: string): Reading {
  const sightings: Sighting[] = [];
  const offsets = lexicon.candidates(text);
  let searched = 0;
  for (const offset of offsets) {
    if (offset < searched) continue;
    const from = text.lastIndexOf('\n', offset) + 1;
    const next = text.indexOf('\n', offset);
    const end = Math.min(next === -1 ? text.length : next, from + lineLimit);
    searched = next === -1 ? text.length : next;
    for (const match of lexicon.classify(text.slice(from, end))) {
      sightings.push({ form: match.form, role: 'value', text: match.text, regions: match.regions, from: from + match.from, to: from + match.to });
    }
  }
  return { sightings, isInComment: () => true, problem: { reason: 'unparsable', message } };
}
