import type { Reading, Sighting, SourceText } from './language.ts';
import { lexicon } from './lexicon.ts';

/** How far around a token a line is looked at; lines can be as long as their file. */
const before = 1_000;
const after = 4_000;

/**
 * Searches a text line by line without its syntax: what is left where a file cannot be parsed. Comments are not told from program, so
 * that the reading says what it is.
 */
export function plainReading({ text }: Pick<SourceText, 'text'>, message: string): Reading {
  const sightings: Sighting[] = [];
  let searched = 0;
  for (const offset of lexicon.candidates(text)) {
    if (offset < searched) continue;
    const next = text.indexOf('\n', offset);
    const from = Math.max(text.lastIndexOf('\n', offset) + 1, searched, offset - before);
    const to = Math.min(next === -1 ? text.length : next, offset + after);
    searched = to;
    for (const match of lexicon.classify(text.slice(from, to))) {
      sightings.push({ form: match.form, role: 'value', text: match.text, regions: match.regions, from: from + match.from, to: from + match.to });
    }
  }
  return { sightings, isInComment: () => true, problem: { reason: 'unparsable', message } };
}
