import type { ByteFinder } from './bytes/byte-finder.ts';
import { arnMatches } from './lexicon/arn.ts';
import { enumFinder } from './lexicon/enum.ts';
import { hostFinder } from './lexicon/host.ts';
import { idFinder } from './lexicon/ids.ts';
import { meets, withoutOverlaps, type Hints, type Match } from './lexicon/match.ts';
import { patternFinder, unescaped } from './lexicon/pattern.ts';
import { prefilterOf, type Prefilter } from './lexicon/prefilter.ts';
import { regionFinder } from './lexicon/region.ts';
import { sieveOf } from './lexicon/sieve.ts';
import { contextualSource, tokenSource } from './lexicon/tokens.ts';
import { vocabulary, type Vocabulary } from './lexicon/vocabulary.ts';
import { wordFinder } from './lexicon/words.ts';

export type { Hints, Match } from './lexicon/match.ts';

/** What text is region-bearing, in any language. Made from the region data. */
export interface Lexicon {
  /** Whether a file can hold anything of interest; true of about 5 % of ordinary code. */
  readonly prefilter: Prefilter;
  /** Finds the traits that the prefilter looks for, in texts of so many bytes; undefined where that cannot be done fast. */
  sieve(limit: number): ByteFinder | undefined;
  /** Offsets of everything in a file that may be region-bearing, ascending. What is not near one of them need not be looked at. */
  candidates(text: string): number[];
  /** What stands in a literal. Values that are filled in appear in it as `${…}`, `{…}` or `%s`. */
  classify(text: string, hints?: Hints): Match[];
  /** What a name outside of strings stands for: US_EAST_1, AWS_REGION. Undefined for names that only contain such. */
  classifyName(name: string): Match | undefined;
  /** What stands in the source of a regular expression; form `pattern` covers all of it. */
  classifyPattern(source: string): Match[];
  /** Whether the text is a region code and nothing else, known to us or not. */
  isRegion(text: string): boolean;
}

export function lexiconOf(words: Vocabulary): Lexicon {
  const regions = regionFinder(words);
  const enums = enumFinder(words);
  const hosts = hostFinder(words, regions);
  const ids = idFinder(words, regions);
  const wordsOf = wordFinder(words);
  const patterns = patternFinder(words, regions);
  const sources = { region: regions.source, enum: enums.source, patterns: patterns.sources };
  const tokens = new RegExp(`${tokenSource(words, sources)}|${contextualSource(words)}`, 'g');

  function classify(text: string, hints: Hints = {}): Match[] {
    const { matches, foreign } = hosts.find(text, hints);
    const others = [ids.find(text), regions.find(text), enums.find(text)].map((group) => group.filter((match) => !meets(foreign, match)));
    return withoutOverlaps([arnMatches(text, regions), matches, ...others, wordsOf.find(text, hints)]);
  }

  return {
    prefilter: prefilterOf(words, sources),
    sieve: (limit) => sieveOf(words, limit),
    candidates: (text) => Array.from(text.matchAll(tokens), ({ index }) => index),
    classify,
    classifyName(name) {
      const code = enums.regionOf(name);
      if (code !== undefined) return { form: 'region-enum', text: name, regions: [code], from: 0, to: name.length };
      const [only] = wordsOf.find(name, {});
      return only?.form === 'region-env' && only.text === name ? only : undefined;
    },
    classifyPattern(pattern) {
      const whole = patterns.find(pattern);
      return whole ? [whole] : classify(unescaped(pattern));
    },
    isRegion: regions.isCode,
  };
}

export const lexicon: Lexicon = lexiconOf(vocabulary);
